/** The element with `id`. */
export const byId = (id) => document.getElementById(id);

/** A new element. What is shown is always set as text, so nothing that anybody writes becomes a part of the page. */
export function element(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A round picture with the first letter of `name`, in a colour that is its own. */
export function portrait(name) {
  const made = element('span', 'portrait', [...name][0].toUpperCase());
  made.style.setProperty('--hue', hue(name));
  made.ariaHidden = 'true';
  return made;
}

function hue(name) {
  let hash = 0;
  for (const letter of name.toLowerCase()) {
    hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  }
  return (hash >>> 8) % 360;
}
