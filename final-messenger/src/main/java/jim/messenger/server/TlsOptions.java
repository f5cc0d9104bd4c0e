package jim.messenger.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import jim.chat.web.HostNames;
import jim.cli.Arguments;
import jim.cli.Stop;
import jim.engine.netty.Certificate;
import jim.engine.netty.SelfSigned;
import jim.messenger.operator.Operation;
import jim.messenger.server.EncryptedEngines.Source;

/** What the command line says of TLS (protocol, section 8). */
final class TlsOptions {
    static final String CERTIFICATE = "tls-cert";
    static final String KEY = "tls-key";
    static final String SELF_SIGNED = "tls-self-signed";

    /** What may stand in a certificate; a computer may be called anything. */
    private static final String DNS_NAME = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";

    private TlsOptions() {}

    /** The engines that {@code arguments} ask for. */
    static Engines engines(Arguments arguments) throws Stop {
        boolean files = arguments.has(CERTIFICATE) || arguments.has(KEY);
        if (arguments.has(SELF_SIGNED)) {
            if (files) {
                throw Stop.usage(arguments.named(SELF_SIGNED) + " makes a certificate: leave it out, or "
                        + arguments.named(CERTIFICATE) + " and " + arguments.named(KEY) + ".");
            }
            Certificate made = selfSigned();
            return encrypted(() -> made);
        }
        if (!files) {
            return Engines.PLAIN;
        }
        Path chain = file(arguments, CERTIFICATE, KEY);
        Path key = file(arguments, KEY, CERTIFICATE);
        return encrypted(() -> Certificate.of(chain, key));
    }

    private static Path file(Arguments arguments, String option, String other) throws Stop {
        if (!arguments.has(option)) {
            throw Stop.usage(arguments.named(other) + " needs --" + option + " FILE beside it.");
        }
        return Operation.path(arguments, option, "");
    }

    private static Engines encrypted(Source source) throws Stop {
        try {
            return new EncryptedEngines(source);
        } catch (IOException e) {
            throw Stop.usage(e.getMessage());
        }
    }

    /** A new certificate for this computer; a restart makes another. */
    static Certificate selfSigned() throws Stop {
        try {
            return SelfSigned.of(ownNames());
        } catch (IOException e) {
            throw Stop.usage("no certificate can be made here (" + e.getMessage()
                    + ").\nName the files of one: --tls-cert FILE --tls-key FILE");
        }
    }

    /** By which browsers and clients may call this computer. */
    private static List<String> ownNames() throws SocketException {
        Stream<String> names = Stream.concat(Stream.of("localhost"), HostNames.own().stream())
                .filter(name -> name.matches(DNS_NAME))
                .map(name -> "dns:" + name);
        Stream<String> addresses = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .map(InetAddress::getHostAddress)
                .map(address -> "ip:" + address.replaceFirst("%.*", ""));
        return Stream.concat(names, addresses).distinct().toList();
    }
}
