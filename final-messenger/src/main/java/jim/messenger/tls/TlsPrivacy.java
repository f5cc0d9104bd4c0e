package jim.messenger.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * By TLS, in the two versions that are still thought safe.
 *
 * @param trust whom to believe
 * @param checksName whether the certificate must be for the name by which the person calls the server
 */
record TlsPrivacy(Trust trust, boolean checksName) implements Privacy {
    private static final int HANDSHAKE_MILLIS = 5_000;
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    @Override
    public Socket over(Socket connected, InetSocketAddress server) throws IOException {
        SSLSocket socket = (SSLSocket)
                context().getSocketFactory().createSocket(connected, server.getHostString(), server.getPort(), true);
        socket.setSSLParameters(parameters());
        connected.setSoTimeout(HANDSHAKE_MILLIS);
        try {
            socket.startHandshake();
        } catch (IOException e) {
            throw new PrivacyException(sentence(e), e);
        }
        connected.setSoTimeout(0);
        return socket;
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters(null, VERSIONS);
        parameters.setEndpointIdentificationAlgorithm(checksName ? "HTTPS" : null);
        return parameters;
    }

    private static String sentence(IOException failure) {
        if (failure.getCause() instanceof Mistrust mistrust) {
            return mistrust.getMessage();
        }
        if (failure.getCause() instanceof CertificateException certificate) {
            return "its certificate is not good for the name by which you call it (" + certificate.getMessage()
                    + ").\nCall it by a name in its certificate, or connect with --tls-fingerprint.";
        }
        String why = failure instanceof SSLException ? failure.getMessage() : "it does not answer";
        return "it does not speak TLS as we do (" + why
                + ").\nIs it the right port? A server without TLS needs no --tls.";
    }
}
