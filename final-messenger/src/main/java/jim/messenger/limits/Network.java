package jim.messenger.limits;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * What of an address stands for one customer of a network: all of an old one, and half of a new one (IPv6), of which
 * everybody has the other half for themselves.
 */
record Network(ByteBuffer prefix) {
    private static final int BYTES = 8;

    /** The network of {@code address}. */
    static Network of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Network(ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, BYTES)));
    }
}
