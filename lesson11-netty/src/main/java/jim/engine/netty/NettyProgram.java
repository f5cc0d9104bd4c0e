package jim.engine.netty;

import jim.engine.router.RouterProgram;

/** Lesson 11: the router of lesson 9, on Netty. */
public final class NettyProgram {
    private NettyProgram() {}

    /** Runs the program. */
    public static void main(String[] line) {
        new RouterProgram("dist/lesson 11", NettyEngine::new).run(line);
    }
}
