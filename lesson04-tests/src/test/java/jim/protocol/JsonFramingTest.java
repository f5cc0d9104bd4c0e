package jim.protocol;

import jim.testkit.FramingContract;

/** The framing of lesson 3. */
final class JsonFramingTest implements FramingContract {
    @Override
    public Framing newFraming() {
        return new JsonFraming();
    }
}
