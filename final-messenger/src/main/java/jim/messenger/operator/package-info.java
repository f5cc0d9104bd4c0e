/** What the operator of a server can do with its store: make and remove accounts, and copy it. */
package jim.messenger.operator;
