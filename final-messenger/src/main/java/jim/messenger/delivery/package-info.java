/** Between the store and those who are online: who gets what from which mailbox, and when (protocol, sections 4 and 5). */
package jim.messenger.delivery;
