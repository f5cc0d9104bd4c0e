package jim.messenger.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protocol, section 8: 64 connections for an address, 10,000 for this computer. */
final class AddressLimitTest {
    private static final int MOST = 64;

    private final AddressLimit limit = new AddressLimit(Limits.USUAL);

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 64", "::ffff:192.0.2.1, 64", "2001:db8::1, 64", "127.0.0.1, 10000", "::1, 10000"})
    void anAddressHasItsNumberOfConnectionsAndNoMore(String address, int most) throws UnknownHostException {
        InetAddress from = InetAddress.getByName(address);
        assertThat(entered(from, most + 1)).isEqualTo(most);
        limit.leave(from);
        assertThat(entered(from, 2)).isEqualTo(1);
    }

    @Test
    void whoIsRefusedTakesNothingFromOthers() throws UnknownHostException {
        InetAddress full = InetAddress.getByName("192.0.2.1");
        entered(full, 2 * MOST);
        assertThat(entered(InetAddress.getByName("192.0.2.2"), MOST)).isEqualTo(MOST);
        IntStream.range(0, MOST).forEach(i -> limit.leave(full));
        assertThat(entered(full, MOST)).isEqualTo(MOST);
    }

    @Test
    void theAddressesOfOneNetworkCountTogether() throws UnknownHostException {
        entered(InetAddress.getByName("2001:db8:1:2::1"), MOST);
        assertThat(limit.enter(InetAddress.getByName("2001:db8:1:2:ffff::9"))).isFalse();
        assertThat(limit.enter(InetAddress.getByName("2001:db8:1:3::1"))).isTrue();
    }

    @Test
    void whenAllHaveLeftNothingIsKept() throws Exception {
        List<InetAddress> addresses = List.of(InetAddress.getByName("192.0.2.1"), InetAddress.getByName("2001:db8::1"));
        ExecutorService crowd = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4_000; i++) {
            InetAddress from = addresses.get(i % 2);
            crowd.execute(() -> comeAndGo(from));
        }
        crowd.shutdown();
        assertThat(crowd.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(limit.isEmpty()).isTrue();
    }

    private void comeAndGo(InetAddress from) {
        if (limit.enter(from)) {
            limit.leave(from);
        }
    }

    private long entered(InetAddress from, int tries) {
        return IntStream.range(0, tries).filter(i -> limit.enter(from)).count();
    }
}
