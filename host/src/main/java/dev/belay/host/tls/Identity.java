package dev.belay.host.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** Who a server is: its certificate, with those that vouch for it, and its key. */
public final class Identity {
    private static final String NAME = "identity";
    private static final int PASSWORD_BYTES = 16;
    private static final int HEX = 16;

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private Identity(String where, List<X509Certificate> chain, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.key = key;
        requirePair(where, chain.getFirst().getPublicKey(), key);
    }

    /**
     * @param certificate the server's, and behind it those that vouch for it
     * @param key in PKCS#8, not encrypted
     * @throws TlsException if they cannot be used, or do not belong together
     */
    public static Identity pem(Path certificate, Path key) {
        List<X509Certificate> chain = TlsFiles.certificates(certificate);
        return new Identity(
                key + " and " + certificate, chain, PrivateKeyFile.read(key, chain.getFirst().getPublicKey().getAlgorithm()));
    }

    /**
     * @param file with one key
     * @throws TlsException if it cannot be used
     */
    public static Identity pkcs12(Path file, String password) {
        char[] secret = password.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(TlsFiles.bytes(file)), secret);
            List<String> keys = Collections.list(store.aliases()).stream().filter(alias -> isKey(store, alias)).toList();
            if (keys.size() != 1) {
                throw new TlsException(file + ": expected one private key with its certificate, found " + keys.size());
            }
            var chain = Arrays.stream(store.getCertificateChain(keys.getFirst())).map(X509Certificate.class::cast).toList();
            return new Identity(file.toString(), chain, (PrivateKey) store.getKey(keys.getFirst(), secret));
        } catch (IOException | GeneralSecurityException e) {
            String why = e.getMessage() == null ? "found something else" : e.getMessage();
            throw new TlsException(file + ": expected PKCS#12 and its password: " + why, e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** A server whose key is another's would fail at each client, and say nothing that helps. */
    private static void requirePair(String where, PublicKey open, PrivateKey secret) {
        String algorithm = switch (open.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> open.getAlgorithm();
        };
        try {
            byte[] text = where.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(secret);
            signing.update(text);
            byte[] signed = signing.sign();
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(open);
            checking.update(text);
            if (checking.verify(signed)) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw new TlsException(where + ": expected a key and its certificate, found two that do not belong together", e);
        }
        throw new TlsException(where + ": expected a key and its certificate, found two that do not belong together");
    }

    /** What it shows to clients: its own certificate alone. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** What people recognise it by. */
    String shown() {
        X509Certificate its = certificate();
        return its.getSubjectX500Principal() + ", number " + its.getSerialNumber().toString(HEX) + ", until " + its.getNotAfter().toInstant();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity its && chain.equals(its.chain) && key.equals(its.key);
    }

    @Override
    public int hashCode() {
        return chain.hashCode();
    }

    /** For a server. */
    public Stored stored() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(NAME, key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
            return new Stored(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException("the certificate and key cannot be kept in memory: " + e.getMessage(), e);
        }
    }

    /** In memory alone. */
    public record Stored(KeyStore store, String password) {
        @Override
        public String toString() {
            return "a stored identity";
        }
    }

    @Override
    public String toString() {
        return "identity of " + certificate().getSubjectX500Principal();
    }
}
