/**
 * Five exercises of a first programming course, each a function or two. Small as they are, each has an edge at which a
 * first solution breaks; their tests look for it.
 */
package jim.exercises;
