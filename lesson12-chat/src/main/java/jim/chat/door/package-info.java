/** What the doors for people who type lines have in common. */
package jim.chat.door;
