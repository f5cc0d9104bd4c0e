/** An engine of event loops: a few threads, each of which serves many connections that never block. */
package jim.engine.selector;
