/** How the client makes sure that it speaks with the right server, and that nobody reads along (protocol, section 1). */
package jim.messenger.tls;
