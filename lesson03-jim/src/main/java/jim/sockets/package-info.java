/** What the programs of the course need of a socket beyond what Java has: to accept for ever, and to read until a deadline. */
package jim.sockets;
