package jim.reliability;

import java.util.List;

/** All promises, in the order in which they are attacked. */
final class Promises {
    static final List<Promise> ALL = List.of(
            new KillPromise(),
            new DiskPromise(),
            new ReadersPromise(),
            new FramesPromise(),
            new HalfOpenPromise(),
            new LoginsPromise(),
            new ChurnPromise(),
            new ClockPromise(),
            new CanaryPromise());

    private Promises() {}
}
