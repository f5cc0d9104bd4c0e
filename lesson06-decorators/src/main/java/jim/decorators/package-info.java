/**
 * Work that many functions need, written once and put around them: {@link jim.decorators.Log} says what was called, with
 * what, by whom, and how it ended; {@link jim.decorators.LoginRequired} refuses who has not logged in. Nothing inside the
 * functions knows of it.
 */
package jim.decorators;
