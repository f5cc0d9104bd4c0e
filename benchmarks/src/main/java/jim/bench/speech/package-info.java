/** How people under load speak to a server: one class for each protocol, and the text that all their messages carry. */
package jim.bench.speech;
