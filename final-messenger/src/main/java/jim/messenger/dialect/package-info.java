/**
 * The manners of speech of those who connect (protocol, section 6). Behind it, the messenger knows one kind of request
 * and one kind of answer.
 */
package jim.messenger.dialect;
