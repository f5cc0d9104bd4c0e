/** People, rooms, and who gets what. Knows no socket, no JSON and no way in which people are reached. */
package jim.chat;
