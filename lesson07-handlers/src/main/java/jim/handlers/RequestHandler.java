package jim.handlers;

import jim.protocol.JimFault;

/** What is done for one command. For any number of threads. */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Does what {@code request} asks for. It may take its time, up to its {@link TimeLimit}; then its thread is interrupted.
     *
     * @throws JimFault to refuse; the client gets its code and text
     * @throws Exception when it fails; the client gets a code 500 without details
     */
    Answer handle(Request request) throws Exception;
}
