/**
 * Sources report to a server, and listeners hear of it: a binary protocol, two ports, and a {@link jim.feed.Feed} between
 * them. Many sources and listeners at once, each on a thread of its own.
 */
package jim.telemetry;
