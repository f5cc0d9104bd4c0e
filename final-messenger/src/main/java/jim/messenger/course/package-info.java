/** The words of the course's clients and servers, whichever side of a connection speaks them. */
package jim.messenger.course;
