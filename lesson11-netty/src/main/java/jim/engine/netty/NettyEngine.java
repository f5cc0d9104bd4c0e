package jim.engine.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import jim.engine.Acceptor;
import jim.engine.EngineOptions;
import jim.engine.LoopEngine;

/** An engine whose event loops, buffers, TLS and WebSocket are those of Netty. */
public final class NettyEngine implements LoopEngine {
    // The first thing of all: the fields below use Netty.
    static {
        NettyLog.silence();
    }

    private static final int BACKLOG = 4_096;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final ByteBufAllocator HEAP = new AdaptiveByteBufAllocator(false);

    private final EngineOptions options;
    private final int loopCount;
    private final Door door;
    private final Set<SocketChannel> channels = ConcurrentHashMap.newKeySet();
    private EventLoopGroup loops;
    private Channel listening;

    /** An engine for TCP with one event loop, that does not listen yet. */
    public NettyEngine(EngineOptions options) {
        this(options, 1, Door.plain());
    }

    private NettyEngine(EngineOptions options, int loopCount, Door door) {
        this.options = options;
        this.loopCount = loopCount;
        this.door = door;
    }

    /** An engine for TLS. */
    public static NettyEngine tls(EngineOptions options, Encryption encryption) {
        return new NettyEngine(options, 1, Door.plain().encrypted(encryption));
    }

    /** An engine for WebSocket. */
    public static NettyEngine web(EngineOptions options, Web web) {
        return new NettyEngine(options, 1, new WebDoor(web));
    }

    /** An engine for WebSocket over TLS. */
    public static NettyEngine web(EngineOptions options, Web web, Encryption encryption) {
        return new NettyEngine(options, 1, new WebDoor(web).encrypted(encryption));
    }

    /** The same engine with so many event loops. */
    public NettyEngine withLoops(int count) {
        return new NettyEngine(options, count, door);
    }

    @Override
    public InetSocketAddress start(InetSocketAddress at, Acceptor acceptor) throws IOException {
        loops = new MultiThreadIoEventLoopGroup(
                loopCount, new DefaultThreadFactory("netty"), NioIoHandler.newFactory());
        ChannelFuture bound = bootstrap(new Service(options, acceptor)).bind(at).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stopLoops();
            throw bound.cause() instanceof IOException io ? io : new IOException(bound.cause());
        }
        listening = bound.channel();
        return (InetSocketAddress) listening.localAddress();
    }

    private ServerBootstrap bootstrap(Service service) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(BACKLOG))
                .handler(new Arrivals(options.failures()))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.ALLOCATOR, HEAP)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new HeapReads())
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        open(channel, service);
                    }
                });
    }

    @Override
    public void letIn(Runnable then) {
        try {
            listening.eventLoop().execute(() -> {
                ((AbstractNioChannel.NioUnsafe) listening.unsafe()).read();
                then.run();
            });
        } catch (RejectedExecutionException e) {
            // The engine has ended.
        }
    }

    private void open(SocketChannel channel, Service service) {
        channels.add(channel);
        channel.closeFuture().addListener(closed -> channels.remove(channel));
        door.open(channel, service);
    }

    @Override
    public void close() {
        if (listening == null || !listening.isOpen()) {
            return;
        }
        if (isOnALoop()) {
            new Thread(this::close, "close-netty").start();
            return;
        }
        listening.close().awaitUninterruptibly();
        hangUp();
        stopLoops();
    }

    /** A loop cannot wait for what it has to do itself. */
    private boolean isOnALoop() {
        for (EventExecutor loop : loops) {
            if (loop.inEventLoop()) {
                return true;
            }
        }
        return false;
    }

    /** Each loop has by now been given whoever was just arriving, and opens it before it comes to this. */
    private void hangUp() {
        for (EventExecutor loop : loops) {
            loop.submit(() -> hangUp(loop)).awaitUninterruptibly();
        }
        long deadline = System.nanoTime() + CLOSE_PATIENCE.toNanos();
        for (SocketChannel channel : channels) {
            channel.closeFuture().awaitUninterruptibly(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void hangUp(EventExecutor loop) {
        for (SocketChannel channel : channels) {
            if (channel.eventLoop() == loop) {
                hangUp(channel);
            }
        }
    }

    private static void hangUp(SocketChannel channel) {
        NettyConnection connection = channel.pipeline().get(NettyConnection.class);
        if (connection == null) {
            Ending.of(channel);
        } else {
            connection.close();
        }
    }

    /** Closes what is still open. */
    private void stopLoops() {
        loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly(CLOSE_PATIENCE.toMillis());
    }
}
