/** Who somebody is: what is kept of a password, and whether one is right. */
package jim.messenger.identity;
