/** The messenger's server: sessions, what each action does, and the program that puts it all together. */
package jim.messenger.server;
