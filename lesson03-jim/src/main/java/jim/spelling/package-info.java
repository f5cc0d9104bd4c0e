/** What somebody may have meant who wrote something else. */
package jim.spelling;
