/**
 * The lesson's own pair: a client that says it is here, and a server that answers. Each thing that the two do is one
 * small method of {@link jim.presence.ClientFunctions} or {@link jim.presence.ServerFunctions}, so that it can be
 * tested alone, and so that later lessons can wrap it.
 */
package jim.presence;
