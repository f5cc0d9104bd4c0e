/** The chat as lines: what a person types, and what that person reads. Knows no socket, no telnet and no browser. */
package jim.chat.line;
