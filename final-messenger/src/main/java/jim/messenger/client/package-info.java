/** The console client: a link to the server, a console for the person, and the commands between them. */
package jim.messenger.client;
