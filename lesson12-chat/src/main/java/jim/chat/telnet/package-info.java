/** The door of the chat for telnet and nc: bytes become lines, and lines become what a terminal shows. */
package jim.chat.telnet;
