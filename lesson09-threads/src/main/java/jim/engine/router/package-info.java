/**
 * The smallest server that a client of the messenger can use, to try an engine with: it knows who is called what, and
 * forwards. No rooms, no store, no second look at a message.
 */
package jim.engine.router;
