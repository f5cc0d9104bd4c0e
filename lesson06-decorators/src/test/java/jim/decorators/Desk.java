package jim.decorators;

import jim.protocol.JimFault;

/** Not public, as most interfaces of the course: the proxy must reach it. */
interface Desk {
    @Log
    String greet(String name, int times);

    @Log
    void note(Object thing);

    @Log
    long sum(long first, long... more);

    @Log
    Object fail(Throwable how) throws Throwable;

    @Log
    String login(String name, @Secret String password);

    @Log
    @Secret
    String token(String name) throws JimFault;

    @Log
    default String twice(String name) {
        return quiet(name) + quiet(name);
    }

    String quiet(String text);

    static String name() {
        return "desk";
    }
}
