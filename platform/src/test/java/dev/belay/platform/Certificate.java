package dev.belay.platform;

import java.io.IOException;
import java.nio.file.Path;

/** A certificate for {@code localhost} alone, with its key, made by the JDK's own tool. */
public record Certificate(Path pkcs12, Path pem) {
    public static final String PASSWORD = "not-a-secret";

    public static Certificate make(Path directory) {
        Path file = directory.resolve("host.p12");
        Path pem = directory.resolve("host.pem");
        keytool(file, "-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=dns:localhost", "-validity", "2");
        keytool(file, "-exportcert", "-rfc", "-file", pem.toString());
        return new Certificate(file, pem);
    }

    private static void keytool(Path store, String... what) {
        var command = new java.util.ArrayList<>(java.util.List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(java.util.List.of(what));
        command.addAll(java.util.List.of("-alias", "x", "-keystore", store.toString(), "-storepass", PASSWORD));
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("keytool ended with " + code);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
