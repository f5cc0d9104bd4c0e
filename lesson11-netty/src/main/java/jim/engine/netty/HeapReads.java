package jim.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/**
 * Reads into arrays, because that is where a framing looks for the ends of frames. One read for each time that a channel is
 * ready, or a flood on one connection would hold up the others.
 */
final class HeapReads extends DefaultMaxMessagesRecvByteBufAllocator {
    private static final int READ_BYTES = 64 * 1_024;

    HeapReads() {
        super(1);
    }

    @Override
    @SuppressWarnings("deprecation") // Netty asks for the older of two interfaces and wants the newer.
    public Handle newHandle() {
        return new MaxMessageHandle() {
            @Override
            public ByteBuf allocate(ByteBufAllocator allocator) {
                return allocator.heapBuffer(READ_BYTES);
            }

            @Override
            public int guess() {
                return READ_BYTES;
            }
        };
    }
}
