package dev.belay.host.tls;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in PEM, in the one form that says itself what kind of key it is: PKCS#8, not encrypted (RFC 7468, section 10). */
final class PrivateKeyFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String MEND =
            "convert it with `openssl pkcs8 -topk8 -nocrypt -in KEY -out KEY8`, and keep it where only the host can read it";

    private PrivateKeyFile() {}

    /**
     * @param algorithm of the certificate's key, which this one belongs to
     * @throws TlsException if there is no such key
     */
    static PrivateKey read(Path file, String algorithm) {
        String text = new String(TlsFiles.bytes(file), StandardCharsets.ISO_8859_1);
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new TlsException(file + ": expected a private key in PEM (-----BEGIN PRIVATE KEY-----), found none");
        }
        String kind = Optional.ofNullable(block.group(1)).orElse("");
        if (!kind.equals(PKCS8)) {
            throw new TlsException(file + ": expected a key that is not encrypted, in PKCS#8 (-----BEGIN PRIVATE KEY-----), found "
                    + "-----BEGIN " + kind + "-----: " + MEND);
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // The causes may quote the key.
            throw new TlsException(file + ": expected a private key of the certificate's kind, " + algorithm + ", in PKCS#8, found something else");
        }
    }
}
