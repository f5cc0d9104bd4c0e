/**
 * Moves whole frames between sockets and listeners. Knows no protocol beyond framing, and nothing of what the frames
 * say.
 */
package jim.engine;
