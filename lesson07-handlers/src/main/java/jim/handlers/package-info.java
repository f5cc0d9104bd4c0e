/**
 * Which command goes to which method: {@link jim.handlers.Handles} marks a handler, and a {@link jim.handlers.Dispatcher}
 * makes a table of them at start-up. Around it stands the lesson's own pair, which keeps its connections open: one JSON
 * line for each request, and one for each answer.
 */
package jim.handlers;
