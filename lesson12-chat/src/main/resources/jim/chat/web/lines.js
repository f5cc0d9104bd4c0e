/*
 * What a line of the chat says. A message begins with its time, and names have no brackets: so no text can pass for
 * anything but a text.
 */

const FORMS = [
  [/^\[(\d\d:\d\d:\d\d)\]\[([^[\]]+)\]: (.*)$/s, (at, from, text) => ({ kind: 'message', at, from, text })],
  [/^\[(\d\d:\d\d:\d\d)\]\[([^[\]]+)\]\[->\]\[([^[\]]+)\]: (.*)$/s,
    (at, from, to, text) => ({ kind: 'message', at, from, to, text })],
  [/^\[SYSTEM INFO\] - \[([^[\]]+)\] login to chat\.$/, (name) => ({ kind: 'login', name })],
  [/^\[SYSTEM INFO\] - \[([^[\]]+)\] logout from chat\.$/, (name) => ({ kind: 'logout', name })],
  [/^\[INFO\] - (.*)$/s, (text) => ({ kind: 'info', text })],
  [/^\[ERROR\] - (.*)$/s, (text) => ({ kind: 'error', text })],
];

/** The parts of `line`; a line of no known form is a note. */
export function read(line) {
  for (const [form, parts] of FORMS) {
    const match = form.exec(line);
    if (match) {
      return parts(...match.slice(1));
    }
  }
  return { kind: 'note', text: line };
}
