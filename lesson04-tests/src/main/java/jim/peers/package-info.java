/**
 * Wrong peers: a client and a server that break one rule each, to run against programs of one's own. What a peer does
 * wrong is one constant of {@link jim.peers.WrongClient} or {@link jim.peers.WrongServer}.
 */
package jim.peers;
