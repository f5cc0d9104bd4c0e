/**
 * Named loggers for a client and a server, each over one file in {@code log/}: one event is one line, {@code <date-time>
 * <level> <module> <message>}. No text that is logged can break the line, move the cursor or be looked up as a variable,
 * and a password does not get through. The server's file is a new one each day.
 */
package jim.logging;
