package jim.messenger.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Which servers the client believes. */
final class Trust implements X509TrustManager {
    /** Says whether a server is believed. */
    private interface Check {
        void server(X509Certificate[] chain, String authType) throws CertificateException;
    }

    private final Check check;
    private final X509Certificate[] issuers;

    private Trust(Check check, X509Certificate... issuers) {
        this.check = check;
        this.issuers = issuers;
    }

    /** Those for whom somebody vouches whom this computer trusts. */
    static Trust authorities() {
        X509TrustManager system = system();
        Check check = (chain, authType) -> {
            try {
                system.checkServerTrusted(chain, authType);
            } catch (CertificateException e) {
                throw new Mistrust(unknown(Fingerprint.of(chain[0])), e);
            }
        };
        return new Trust(check, system.getAcceptedIssuers());
    }

    private static String unknown(Fingerprint shown) {
        return "nobody whom this computer trusts vouches for its certificate, or its time is over.\n"
                + "If the server's own first lines show this fingerprint, connect with: --tls-fingerprint " + shown;
    }

    /** The one whose certificate has the fingerprint {@code expected}, whoever vouches for it. */
    static Trust only(Fingerprint expected) {
        return new Trust((chain, authType) -> {
            Fingerprint shown = Fingerprint.of(chain[0]);
            if (!shown.equals(expected)) {
                throw new Mistrust(wrong(shown), null);
            }
        });
    }

    private static String wrong(Fingerprint shown) {
        return "its certificate has another fingerprint: " + shown
                + ".\nIf the server was started anew, look at its first lines; else somebody stands between you and it.";
    }

    private static X509TrustManager system() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no list of authorities", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check.server(chain, authType);
    }

    /** A client's side only. */
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no client is trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return issuers.clone();
    }
}
