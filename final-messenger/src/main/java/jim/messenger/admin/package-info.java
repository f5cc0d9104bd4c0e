/** How an operator's programs see whether a server is well: over HTTP, on this computer alone. */
package jim.messenger.admin;
