import { byId, element, portrait } from '/elements.js';

/** The most that are kept; older ones go. */
const MOST = 500;
/** Pixels from the end within which a reader counts as being there. */
const NEAR = 48;

/** What has been said and what has happened, the newest last. */
export class Messages {
  #log = byId('log');
  #newer = byId('newer');
  #isAtEnd = true;
  /** Who said the last one to whom: the next of the same needs no heading. */
  #last = '';

  constructor() {
    this.#log.onscroll = () => this.#scrolled();
    this.#newer.onclick = () => this.#goToEnd();
    new ResizeObserver(() => this.#isAtEnd && this.#goToEnd()).observe(this.#log);
  }

  clear() {
    this.#log.replaceChildren();
    this.#last = '';
    this.#goToEnd();
  }

  /** Adds what somebody said: `{at, from, to, text}`; without `to` it is for everyone. */
  say(message, me) {
    const kind = message.from === me ? 'own' : 'other';
    const article = element('article', `message ${kind}${message.to && !isRoom(message.to) ? ' private' : ''}`);
    const talk = `${message.from} ${message.to ?? ''}`;
    article.classList.toggle('more', talk === this.#last);
    article.append(portrait(message.from), this.#heading(message, me), paragraph(message.text));
    this.#add(article, kind === 'own');
    this.#last = talk;
  }

  /** Adds what has happened. */
  note(text, kind = 'note') {
    this.#last = '';
    this.#add(element('p', kind, text), false);
  }

  #heading({ at, from, to }, me) {
    const heading = element('header', '');
    heading.append(element('b', '', from === me ? 'You' : from));
    if (to) {
      heading.append(element('span', 'badge', isRoom(to) ? `in ${to}` : `privately to ${to === me ? 'you' : to}`));
    }
    heading.append(element('time', '', at));
    return heading;
  }

  #add(item, isOwn) {
    const follows = isOwn || this.#isNearEnd();
    this.#log.append(item);
    if (this.#log.childElementCount > MOST) {
      this.#log.firstElementChild.remove();
      this.#log.firstElementChild.classList.remove('more');
    }
    if (follows) {
      this.#goToEnd();
    } else {
      this.#newer.hidden = false;
    }
  }

  #isNearEnd() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR;
  }

  #scrolled() {
    this.#isAtEnd = this.#isNearEnd();
    this.#newer.hidden ||= this.#isAtEnd;
  }

  #goToEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#isAtEnd = true;
    this.#newer.hidden = true;
  }
}

/** A text may be of any script, so it finds its own direction. */
function paragraph(text) {
  const made = element('p', 'text', text);
  made.dir = 'auto';
  return made;
}

function isRoom(to) {
  return to.startsWith('#');
}
