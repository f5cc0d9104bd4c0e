/** The chat as a program: any engine, or all of them at once, and the page for browsers. */
package jim.chat.server;
