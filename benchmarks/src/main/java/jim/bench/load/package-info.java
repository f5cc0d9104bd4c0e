/** Load for servers that pass messages on, and what they cost under it: the engines' routers beside servers of others. */
package jim.bench.load;
