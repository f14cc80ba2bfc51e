package dev.belay.host.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads files of certificates and keys. */
final class TlsFiles {
    /** Bundles of all public authorities have a fifth of this. */
    private static final int MOST_BYTES = 1 << 20;

    private TlsFiles() {}

    static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new TlsException(file + ": expected a file of at most 1 MiB");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new TlsException(file + ": no such file", e);
        } catch (IOException e) {
            throw new TlsException(file + ": cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /** All certificates of a file, at least one. */
    static List<X509Certificate> certificates(Path file) {
        var all = new ArrayList<X509Certificate>();
        try {
            var factory = CertificateFactory.getInstance("X.509");
            for (Certificate each : factory.generateCertificates(new ByteArrayInputStream(bytes(file)))) {
                all.add((X509Certificate) each);
            }
        } catch (CertificateException e) {
            throw new TlsException(file + ": expected certificates in PEM: " + e.getMessage(), e);
        }
        if (all.isEmpty()) {
            throw new TlsException(file + ": expected certificates in PEM, found none");
        }
        return all;
    }
}
