package jim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class StopTest {
    private static final InetSocketAddress KNOWN = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7777);
    private static final InetSocketAddress UNKNOWN = InetSocketAddress.createUnresolved("localhost", 7777);

    @Test
    void aTakenPortLeadsToTheNextOne() {
        Stop stop = Stop.cannotListen(
                KNOWN,
                new IOException("Address already in use"),
                port -> "serve -p " + port,
                new PortHolder(Path.of("no such folder"), "Windows 11"));
        assertThat(stop)
                .hasMessage("port 7777 is taken: another program on this computer listens on it"
                        + " (which one, says: netstat -ano).\n"
                        + "Stop that program, or choose another port: serve -p 7778");
        assertThat(stop.code()).isEqualTo(ExitCode.CANNOT_LISTEN);
    }

    @Test
    void afterTheLastPortComesTheUsualOne() {
        InetSocketAddress last = new InetSocketAddress(65_535);
        assertThat(Stop.cannotListen(last, new IOException("in use"), "serve")).hasMessageEndingWith("serve -p 7777");
        InetSocketAddress before = new InetSocketAddress(65_534);
        assertThat(Stop.cannotListen(before, new IOException("in use"), "serve"))
                .hasMessageEndingWith("serve -p 65535");
    }

    @Test
    void aPortOfTheAdministratorLeadsToAHigherOne() {
        InetSocketAddress low = new InetSocketAddress(80);
        assertThat(Stop.cannotListen(low, new IOException("Permission denied"), "serve"))
                .hasMessage("no permission to listen on port 80: ports below 1024 belong to the administrator.\n"
                        + "Choose a higher port: serve -p 7777");
    }

    @Test
    void anAddressOfAnotherComputerLeadsToAllAddresses() {
        assertThat(Stop.cannotListen(KNOWN, new IOException("Cannot assign"), "serve"))
                .hasMessage("cannot listen at localhost:7777: is it an address of this computer? (Cannot assign)\n"
                        + "To listen on all addresses: serve -p 7777");
    }

    @Test
    void aServerWithOtherOptionsSaysHowItIsStarted() {
        assertThat(Stop.cannotListen(KNOWN, new IOException("in use"), port -> "serve --ports=1," + port))
                .hasMessageEndingWith("choose another port: serve --ports=1,7778");
    }

    @Test
    void aReasonMayBeMissing() {
        assertThat(Stop.cannotListen(KNOWN, new IOException(), "serve")).hasMessageStartingWith("cannot listen");
    }

    @Test
    void noServerIsSaidWithTheAddressAndTheReason() {
        Stop stop = Stop.noServer(KNOWN, new IOException("refused"), "Start one.");
        assertThat(stop).hasMessage("no server answers at localhost:7777 (refused).\nStart one.");
        assertThat(stop.code()).isEqualTo(ExitCode.NO_SERVER);
        assertThat(stop.getStackTrace()).isEmpty();
    }

    @Test
    void aNameThatNobodyKnowsIsAnotherSentence() {
        assertThat(Stop.noServer(UNKNOWN, new UnknownHostException(), "Start one."))
                .hasMessage("there is no computer named 'localhost': check the address.");
    }

    @Test
    void aComputerThatRefusesIsThereThoughItsNameWasNotLookedUp() {
        assertThat(Stop.noServer(UNKNOWN, new IOException("refused"), "Start one."))
                .hasMessage("no server answers at localhost:7777 (refused).\nStart one.");
    }
}
