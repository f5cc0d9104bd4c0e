package jim.messenger.limits;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;
import jim.engine.Acceptor;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.protocol.Frame;
import jim.protocol.JimFault;

/**
 * Lets nobody through a door who has too many connections already.
 *
 * @param door for those who have not
 * @param addresses counts those of all doors
 * @param refusal the last frame for those who have
 * @param present counts those who have come through
 */
record Doorkeeper(Acceptor door, AddressLimit addresses, Frame refusal, LongAdder present) implements Acceptor {
    @Override
    public ConnectionListener accepted(Connection connection) {
        InetAddress from = ((InetSocketAddress) connection.peer()).getAddress();
        if (!addresses.enter(from)) {
            connection.send(refusal);
            connection.close();
            return new TurnedAway();
        }
        try {
            Counted counted = new Counted(door.accepted(connection), this, from);
            present.increment();
            return counted;
        } catch (RuntimeException | Error e) {
            addresses.leave(from);
            throw e;
        }
    }

    /** Gives its place back at the end. */
    private record Counted(ConnectionListener listener, Doorkeeper keeper, InetAddress from)
            implements ConnectionListener {
        @Override
        public void onFrame(Frame frame) {
            listener.onFrame(frame);
        }

        @Override
        public void onFault(JimFault fault) {
            listener.onFault(fault);
        }

        @Override
        public void onClosed(Cause why) {
            keeper.present.decrement();
            keeper.addresses.leave(from);
            listener.onClosed(why);
        }
    }

    /** Hears nothing but the end. */
    private record TurnedAway() implements ConnectionListener {
        @Override
        public void onFrame(Frame frame) {}

        @Override
        public void onFault(JimFault fault) {}

        @Override
        public void onClosed(Cause why) {}
    }
}
