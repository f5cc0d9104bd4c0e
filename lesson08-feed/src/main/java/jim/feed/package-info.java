/**
 * Who hears of what: one publishes, any number receive, and a slow one delays nobody. Knows no network and no chat, and
 * depends on nothing.
 */
package jim.feed;
