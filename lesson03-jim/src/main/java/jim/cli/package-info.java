/**
 * What every program of the course has on its command line: options with help and examples, a hint for a mistyped one,
 * and the exit codes.
 */
package jim.cli;
