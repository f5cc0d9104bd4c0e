import { byId, element } from '/elements.js';

const EVERYONE = '';

/** Where a message is written, and to whom. `send(line)` returns whether it could; `chosen(name)` is told who it is for. */
export class Composer {
  #form = byId('composer');
  #to = byId('to');
  #text = byId('text');
  #hint = byId('hint');
  #send;
  #chosen;
  /** What has been sent and not come back: a refusal or a loss gives it back to its writer. */
  #pending = '';

  constructor(send, chosen) {
    this.#send = send;
    this.#chosen = chosen;
    this.#form.onsubmit = (event) => this.#submit(event);
    this.#form.onkeydown = (event) => this.#key(event);
    this.#to.onchange = () => this.addressTo(this.#to.value);
    this.#text.oninput = () => this.#say('');
    this.people([]);
  }

  /** Who can be written to. One who has left stays chosen: a private text must not go to all by mistake. */
  people(names) {
    const chosen = this.#to.value;
    const gone = chosen !== EVERYONE && !names.includes(chosen) ? [new Option(`${chosen} (not here)`, chosen)] : [];
    const others = names.map((name) => new Option(name, name));
    this.#to.replaceChildren(new Option('Everyone', EVERYONE), ...others, ...gone);
    this.#to.value = chosen;
    this.#chosen(chosen);
  }

  /** From now on messages are for `name`; '' is everyone. */
  addressTo(name) {
    this.#to.value = name;
    this.#form.classList.toggle('private', name !== EVERYONE);
    this.#text.placeholder = name === EVERYONE ? 'Message to everyone' : `Only ${name} will see this`;
    this.#chosen(name);
    this.#text.focus();
  }

  /** Somebody is in, and goes on with what they were writing, and to whom. */
  begin() {
    this.addressTo(this.#to.value);
  }

  /** What was sent has come back, or nothing was. */
  settle() {
    this.#pending = '';
    this.#say('');
  }

  /** What was sent was refused or lost. */
  giveBack() {
    this.#text.value ||= this.#pending;
    this.#pending = '';
  }

  #key(event) {
    if (event.key === 'Enter' && event.target === this.#text && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    }
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#text.value.replace(/[\r\n]+/g, ' ');
    if (text.trim() === '') {
      return;
    }
    const to = this.#to.value;
    if (this.#send(to === EVERYONE ? `msgall ${text}` : `msg ${to} ${text}`)) {
      this.#pending = text;
      this.#text.value = '';
    } else {
      this.#say('Not sent: there is no connection. Your text stays here.');
    }
  }

  #say(hint) {
    this.#hint.textContent = hint;
  }
}
