package jim.messenger.limits;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * What of an address stands for one customer of a network: all of an old one, and half of a new one (IPv6), of which
 * everybody has the other half for themselves.
 *
 * @param prefix an old one stands behind 32 bits that are set, with which no new one of anybody begins
 */
record Network(long prefix) {
    private static final long OLD = 0xFFFF_FFFFL << Integer.SIZE;

    /** The network of {@code address}. */
    static Network of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return new Network(
                bytes.remaining() == Integer.BYTES ? OLD | Integer.toUnsignedLong(bytes.getInt()) : bytes.getLong());
    }

    // Written out, as the record's own are linked at the first login, which takes longer than a hundred others.

    @Override
    public boolean equals(Object other) {
        return other instanceof Network that && prefix == that.prefix;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(prefix);
    }
}
