import { Composer } from '/composer.js';
import { byId } from '/elements.js';
import { read } from '/lines.js';
import { Link } from '/link.js';
import { Messages } from '/messages.js';
import { People } from '/people.js';

const TAKEN = 'Username already taken!';
/** How often a name that was ours may be taken, before it is somebody else's for good. */
const MOST_TAKEN = 3;

/** One person's stay in the chat, through as many connections as it takes. */
class Stay {
  #link = new Link(`${location.origin.replace('http', 'ws')}/chat`, 'whoami', this);
  #messages = new Messages();
  #people = new People((name) => this.#composer.addressTo(name));
  #composer = new Composer((line) => this.#say(line), (name) => this.#people.mark(name));
  #name = '';
  /** Whether the server knows the name now, and whether it ever did. */
  #isIn = false;
  #wasIn = false;
  #taken = 0;
  #unread = 0;

  join(name) {
    this.#name = name;
    if (/\s/.test(name)) {
      refuse('A name is one word, without spaces.');
    } else {
      refuse('');
      state('wait', 'Connecting…');
      this.#link.open();
    }
  }

  leave() {
    if (this.#isIn) {
      this.#link.send('logout');
    }
    this.#end();
  }

  tryNow() {
    this.#link.hurry();
  }

  toEveryone() {
    this.#composer.addressTo('');
  }

  seen() {
    this.#unread = 0;
    document.title = 'Chat';
  }

  /** The link is open. */
  opened() {
    this.#link.send(`login ${this.#name}`);
  }

  /** The server has said something. */
  heard({ action, message }) {
    if (action === 'list') {
      this.#people.are(message, this.#name);
      this.#composer.people(this.#people.others);
    } else if (this.#isIn) {
      this.#hears(read(message));
    } else {
      this.#answered(read(message));
    }
  }

  /** There is no connection; in so many seconds the link tries again. */
  waiting(seconds) {
    if (this.#isIn) {
      this.#isIn = false;
      this.#composer.giveBack();
      this.#messages.note('Connection lost. What others write now does not reach you.');
    }
    const what = this.#wasIn ? 'Connection lost' : 'The server does not answer';
    state('lost', `${what}, trying again`, ` in ${seconds}\u00a0s…`);
  }

  /** The answer to a login; what others say in the same moment is not. */
  #answered(line) {
    if (line.kind === 'login' && line.name === this.#name) {
      this.#enter();
    } else if (line.kind !== 'error') {
      return;
    } else if (this.#wasIn && line.text === TAKEN) {
      this.#isTaken();
    } else {
      this.#end(line.text === TAKEN ? `The name ${this.#name} is taken. Choose another one.` : `The server says: ${line.text}.`);
    }
  }

  /** The server may not have noticed yet that the old connection is dead; but not for ever. */
  #isTaken() {
    if (++this.#taken < MOST_TAKEN) {
      this.#link.giveUp();
    } else {
      this.#backToTheDoor(`Somebody else is ${this.#name} now. Choose another name; what you were writing is kept.`);
    }
  }

  #enter() {
    this.#isIn = true;
    this.#taken = 0;
    this.#link.settle();
    this.#composer.settle();
    this.#link.send('userlist');
    state('in', `Connected${this.#wasIn ? ' again' : ''} as ${this.#name}`);
    if (this.#wasIn) {
      this.#messages.note('Connected again.');
    } else {
      this.#wasIn = true;
      show('chat');
      this.#messages.note(`You are here as ${this.#name}. Say hello!`);
      this.#composer.begin();
    }
  }

  #end(why = '') {
    this.#messages.clear();
    this.toEveryone();
    this.#backToTheDoor(why);
  }

  /** Back to the door; what was said and what is being written stays. */
  #backToTheDoor(why) {
    this.#link.close();
    this.#isIn = this.#wasIn = false;
    this.#taken = 0;
    state('out', '');
    show('door');
    refuse(why);
    byId('name').select();
  }

  #hears(line) {
    switch (line.kind) {
      case 'message':
        return this.#said(line);
      case 'login':
        return this.#came(line.name);
      case 'logout':
        return this.#went(line.name);
      case 'error':
        this.#composer.giveBack();
        return this.#messages.note(`Not done: ${line.text}`, 'fault');
      case 'note':
        return this.#messages.note(line.text);
    }
  }

  #said(message) {
    if (message.from === this.#name) {
      this.#composer.settle();
    }
    this.#messages.say(message, this.#name);
    if (document.hidden) {
      document.title = `(${++this.#unread}) Chat`;
    }
  }

  #came(name) {
    this.#people.add(name);
    this.#composer.people(this.#people.others);
    this.#messages.note(`${name} has joined.`);
  }

  #went(name) {
    this.#people.remove(name);
    this.#composer.people(this.#people.others);
    this.#messages.note(`${name} has left.`);
  }

  #say(line) {
    if (this.#isIn) {
      this.#link.send(line);
    }
    return this.#isIn;
  }
}

function show(view) {
  for (const each of ['door', 'chat']) {
    byId(each).hidden = each !== view;
  }
}

/** Says at the field why the name did not do. */
function refuse(why) {
  byId('refusal').textContent = why;
  byId('name').ariaInvalid = why !== '';
}

/** Says how the connection is. `detail` changes every second, so it is for the eye alone. */
function state(kind, text, detail = '') {
  document.body.dataset.state = kind;
  byId('retry').hidden = kind !== 'lost';
  for (const place of document.querySelectorAll('.state')) {
    const [said, counted] = place.children;
    place.toggleAttribute('data-said', text !== '');
    said.textContent = text;
    counted.textContent = detail;
  }
}

const stay = new Stay();

byId('join').onsubmit = (event) => {
  event.preventDefault();
  stay.join(byId('name').value.trim().normalize());
};
byId('leave').onclick = () => stay.leave();
byId('retry').onclick = () => stay.tryNow();
document.onkeydown = (event) => {
  if (event.key === 'Escape' && !byId('chat').hidden) {
    stay.toEveryone();
  }
};
document.onvisibilitychange = () => stay.seen();
