/** What things cost, measured with JMH. Each benchmark's class says which claim of a lesson it stands behind. */
package jim.bench;
