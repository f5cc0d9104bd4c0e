import { byId, element, portrait } from '/elements.js';

/** Who is here, in the order of coming. A click on a person is told to `choose`. */
export class People {
  #list = byId('people');
  #items = new Map();
  #me = '';
  #choose;

  constructor(choose) {
    this.#choose = choose;
  }

  get others() {
    return [...this.#items.keys()].filter((name) => name !== this.#me);
  }

  /** Forgets whom it knew. */
  are(names, me) {
    this.#me = me;
    this.#items.clear();
    this.#list.replaceChildren();
    names.forEach((name) => this.add(name));
    this.#count();
  }

  add(name) {
    if (!this.#items.has(name)) {
      const item = element('li', '');
      item.append(name === this.#me ? this.#self(name) : this.#other(name));
      this.#items.set(name, item);
      this.#list.append(item);
      this.#count();
    }
  }

  remove(name) {
    this.#items.get(name)?.remove();
    this.#items.delete(name);
    this.#count();
  }

  /** Shows who is written to; '' is everyone. */
  mark(chosen) {
    for (const [name, item] of this.#items) {
      item.querySelector('button')?.setAttribute('aria-pressed', name === chosen);
    }
  }

  #self(name) {
    const self = element('span', 'person');
    self.append(portrait(name), element('span', 'name', name), element('span', 'quiet', 'you'));
    return self;
  }

  #other(name) {
    const button = element('button', 'person');
    button.title = `Write to ${name} privately`;
    button.setAttribute('aria-pressed', false);
    button.append(portrait(name), element('span', 'name', name));
    button.onclick = () => this.#choose(name);
    return button;
  }

  #count() {
    byId('count').textContent = this.#items.size;
  }
}
