/** How much one peer may take of what belongs to all: messages in a time, connections, and guesses at a password. */
package jim.messenger.limits;
