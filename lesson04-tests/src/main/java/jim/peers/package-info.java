/**
 * Wrong peers: a client and a server that break one rule each, to run against programs of one's own
 * ({@link jim.peers.WrongClient}, {@link jim.peers.WrongServer}). A test suite finds the faults that somebody thought of;
 * a wrong peer shows what a program does when somebody else has a fault.
 */
package jim.peers;
