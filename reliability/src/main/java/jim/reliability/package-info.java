/** What the messenger promises, one class for each promise with the attack on it, and the judges. */
package jim.reliability;
