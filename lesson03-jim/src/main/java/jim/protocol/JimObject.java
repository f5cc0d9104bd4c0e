package jim.protocol;

/** What one JIM object is: somebody's message, or the answer to one. */
public sealed interface JimObject permits JimMessage, Response {}
