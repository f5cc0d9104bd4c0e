/** People, rooms, and who gets what. Knows no socket and no JSON. */
package jim.chat;
