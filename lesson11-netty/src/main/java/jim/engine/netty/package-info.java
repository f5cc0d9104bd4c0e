/** An engine on Netty: TCP, TLS, and WebSocket with the pages of a browser. */
package jim.engine.netty;
