/** What every server of the course does with its listening socket. */
package jim.sockets;
