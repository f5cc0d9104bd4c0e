/** The server under attack: a process of its own, and what the system and its JVM tell about it. */
package jim.reliability.host;
