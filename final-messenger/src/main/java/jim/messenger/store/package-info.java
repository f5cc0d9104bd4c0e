/**
 * What the server keeps: who there is, who belongs to which room, and what was said to whom (protocol, sections 3 to 5).
 * Knows nobody who is online, and no socket.
 */
package jim.messenger.store;
