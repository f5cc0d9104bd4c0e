/**
 * JIM as bytes and as values: how a stream is cut into objects ({@link jim.protocol.JsonFraming}), what an object may
 * say ({@link jim.protocol.JimMessage}, {@link jim.protocol.Response}), and the way from one to the other
 * ({@link jim.protocol.JimCodec}). Knows no socket.
 */
package jim.protocol;
