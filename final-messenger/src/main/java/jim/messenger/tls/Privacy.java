package jim.messenger.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** How the client keeps what it says from others. */
public interface Privacy {
    /** Not at all. */
    Privacy NONE = (connected, server) -> connected;

    /**
     * Makes a connection private.
     *
     * @param connected a socket to the server
     * @param server as the person has named it
     * @return what to speak through; it closes {@code connected} with itself
     * @throws PrivacyException when it cannot be private
     */
    Socket over(Socket connected, InetSocketAddress server) throws IOException;

    /** By TLS, to a server for whom one of the authorities vouches that this computer trusts. */
    static Privacy byAuthorities() {
        return new TlsPrivacy(Trust.authorities(), true);
    }

    /** By TLS, to the server that has the certificate of this fingerprint and to no other. */
    static Privacy byFingerprint(Fingerprint expected) {
        return new TlsPrivacy(Trust.only(expected), false);
    }
}
