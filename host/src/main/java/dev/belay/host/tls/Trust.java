package dev.belay.host.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in the certificates of one file, and in no others. */
public final class Trust {
    private Trust() {}

    /**
     * @throws TlsException if the file has none
     */
    public static KeyStore in(Path file) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (X509Certificate certificate : TlsFiles.certificates(file)) {
                trusted.setCertificateEntry("authority-" + count++, certificate);
            }
            return trusted;
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException(file + ": expected certificates in PEM: " + e.getMessage(), e);
        }
    }

    /**
     * @throws TlsException if the file has no certificates
     */
    public static SSLContext context(Path file) {
        try {
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(in(file));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new TlsException(file + ": cannot be trusted: " + e.getMessage(), e);
        }
    }
}
