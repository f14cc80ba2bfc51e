package dev.belay.host.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    @TempDir
    private static Path directory;

    private static Keys keys;

    @BeforeAll
    static void make() {
        keys = Keys.make(directory, "a", "EC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aCertificateWithItsKeyIsReadFromBothKindsOfFile(String algorithm) {
        Keys its = algorithm.equals("EC") ? keys : Keys.make(directory, algorithm, algorithm);

        Identity pem = Identity.pem(its.certificate(), its.key());

        assertThat(pem.certificate()).isEqualTo(Identity.pkcs12(its.pkcs12(), Keys.PASSWORD).certificate());
        assertThat(pem.toString()).startsWith("identity of CN=");
        assertThat(pem.stored().toString()).isEqualTo("a stored identity");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        Keys other = Keys.make(directory, "other", "EC");

        assertThatThrownBy(() -> Identity.pem(keys.certificate(), other.key()))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("other.key and ")
                .hasMessageContaining("do not belong together");
    }

    @Test
    void whatIsNoKeyIsExplainedAndNotShown() throws IOException {
        byte[] secret = "secret-secret-secret".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertRefused(keys, Keys.write(directory.resolve("rsa.key"), "RSA PRIVATE KEY", secret), "openssl pkcs8");
        assertRefused(keys, Keys.write(directory.resolve("locked.key"), "ENCRYPTED PRIVATE KEY", secret), "not encrypted");
        assertRefused(keys, Keys.write(directory.resolve("bad.key"), "PRIVATE KEY", secret), "found something else");
        assertRefused(keys, keys.certificate(), "expected a private key in PEM");
        assertRefused(keys, Files.writeString(directory.resolve("cut.key"), "-----BEGIN PRIVATE KEY-----\n" + "A".repeat(500_000)), "found none");
        assertRefused(keys, directory.resolve("none.key"), "no such file");
        assertRefused(keys, Files.write(directory.resolve("large.key"), new byte[2 << 20]), "at most 1 MiB");
    }

    private static void assertRefused(Keys keys, Path key, String why) {
        assertThatThrownBy(() -> Identity.pem(keys.certificate(), key))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining(key.getFileName().toString())
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void whatIsNoCertificateIsExplained() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");

        assertThatThrownBy(() -> Identity.pem(empty, keys.key())).hasMessage(empty + ": expected certificates in PEM, found none");
        assertThatThrownBy(() -> Identity.pem(keys.pkcs12(), keys.key())).isInstanceOf(TlsException.class);
        assertThatThrownBy(() -> Trust.in(empty)).isInstanceOf(TlsException.class);
    }

    @Test
    void aWrongPasswordIsToldAndNotShown() {
        assertThatThrownBy(() -> Identity.pkcs12(keys.pkcs12(), "wrong-password"))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("expected PKCS#12 and its password")
                .hasMessageNotContaining("wrong-password");
        assertThatThrownBy(() -> Identity.pkcs12(keys.certificate(), Keys.PASSWORD)).isInstanceOf(TlsException.class);
    }
}
