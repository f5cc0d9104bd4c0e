/** Seconds from a loss to the next try; the last for all further ones. */
const PATIENCE = [1, 2, 4, 8, 15];
/** Milliseconds of silence after which the server is asked whether it is there, and for its answer. */
const QUIET = 30_000;
const ANSWER = 10_000;

/**
 * The way to the server: a WebSocket that is opened again and again until it is closed on purpose. Tells its listener:
 * opened(), heard(message), waiting(seconds).
 */
export class Link {
  #url;
  #question;
  #listener;
  #socket = null;
  #failures = 0;
  #isWaiting = false;
  /** The one thing that is due: an answer, a question, or the next try. */
  #timer = 0;

  /** `question` is a line that the server always answers. */
  constructor(url, question, listener) {
    this.#url = url;
    this.#question = question;
    this.#listener = listener;
    addEventListener('online', () => this.hurry());
  }

  open() {
    this.close();
    const socket = new WebSocket(this.#url);
    socket.onopen = () => this.#listener.opened();
    socket.onmessage = (event) => this.#heard(JSON.parse(event.data));
    socket.onclose = () => this.giveUp();
    this.#socket = socket;
    this.#later(ANSWER, () => this.giveUp());
  }

  close() {
    clearTimeout(this.#timer);
    this.#isWaiting = false;
    if (this.#socket) {
      this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close();
      this.#socket = null;
    }
  }

  send(line) {
    this.#socket.send(line);
  }

  /** All is well: the next loss is a first one. */
  settle() {
    this.#failures = 0;
  }

  /** Tries at once, if it was to try later. */
  hurry() {
    if (this.#isWaiting) {
      this.open();
    }
  }

  /** This connection is no good: the next try comes later. */
  giveUp() {
    this.close();
    this.#isWaiting = true;
    const seconds = PATIENCE[Math.min(this.#failures++, PATIENCE.length - 1)];
    // A little chance, so that not all come back to a restarted server in one moment.
    this.#countDown(seconds, 1000 * (0.8 + 0.4 * Math.random()));
  }

  #heard(message) {
    this.#later(QUIET, () => this.#ask());
    this.#listener.heard(message);
  }

  /** A network can die without a word; then only a question shows it. */
  #ask() {
    this.send(this.#question);
    this.#later(ANSWER, () => this.giveUp());
  }

  #countDown(seconds, pace) {
    if (seconds === 0) {
      this.open();
    } else {
      this.#listener.waiting(seconds);
      this.#later(pace, () => this.#countDown(seconds - 1, pace));
    }
  }

  #later(milliseconds, action) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, milliseconds);
  }
}
