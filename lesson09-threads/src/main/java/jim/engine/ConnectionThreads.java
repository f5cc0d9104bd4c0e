package jim.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The threads of connections: virtual ones where the JVM has them (from 21 on), else platform threads with small stacks. */
final class ConnectionThreads {
    private static final int STACK_BYTES = 256 * 1_024;
    /** {@code Thread.startVirtualThread}, or null. The bytecode is that of Java 17, which does not know it. */
    private static final MethodHandle START_VIRTUAL = startVirtual();

    private ConnectionThreads() {}

    private static MethodHandle startVirtual() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /**
     * Starts {@code work}.
     *
     * @throws OutOfMemoryError when the system has no thread left
     */
    static void start(String name, Runnable work) {
        if (START_VIRTUAL == null) {
            startPlatform(name, work);
        } else {
            startVirtual(name, work);
        }
    }

    private static void startPlatform(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private static void startVirtual(String name, Runnable work) {
        try {
            START_VIRTUAL.invoke((Runnable) () -> {
                Thread.currentThread().setName(name);
                work.run();
            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("startVirtualThread throws no checked exception", e);
        }
    }
}
