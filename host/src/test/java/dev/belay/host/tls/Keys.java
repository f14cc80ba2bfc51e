package dev.belay.host.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Certificates and keys for tests, made by the JDK's own tool. */
public record Keys(Path pkcs12, Path certificate, Path key) {
    public static final String PASSWORD = "not-a-secret";

    /** A key with a certificate of its own for localhost and 127.0.0.1. */
    public static Keys make(Path directory, String name, String algorithm) {
        Path file = directory.resolve(name + ".p12");
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "x", "-keyalg",
                            algorithm, "-dname", "CN=" + name, "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "2", "-storetype",
                            "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            return new Keys(
                    file,
                    write(directory.resolve(name + ".pem"), "CERTIFICATE", store.getCertificate("x").getEncoded()),
                    write(directory.resolve(name + ".key"), "PRIVATE KEY", store.getKey("x", PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path file, String kind, byte[] der) throws IOException {
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END "
                + kind + "-----\n");
    }
}
