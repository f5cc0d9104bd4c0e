package jim.engine;

/** An engine whose connections are let in by an event loop, which can be told to look who waits. */
public interface LoopEngine extends Engine {
    /** Lets in whoever has connected by now, then runs {@code then} on the loop; after the end of the engine, never. */
    void letIn(Runnable then);
}
