/** The door for browsers: a page, and the WebSocket through which it says and hears the lines of the chat. */
package jim.chat.web;
