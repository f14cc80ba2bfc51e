package dev.belay.platform.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who may do what.
 *
 * @param operator may do everything
 * @param reader may look; nobody if there is none
 */
public record Tokens(String operator, Optional<String> reader) {
    private static final int BYTES = 24;
    private static final String BEARER = "Bearer ";

    /** What somebody may do. */
    public enum Role {
        NOBODY,
        READER,
        OPERATOR
    }

    /** A token that nobody can guess. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @param authorization the header of a request */
    Role role(Optional<String> authorization) {
        return roleOf(authorization.filter(its -> its.startsWith(BEARER)).map(its -> its.substring(BEARER.length())).orElse(""));
    }

    /** @param given a token, or what somebody takes for one */
    public Role roleOf(String given) {
        boolean isOperator = same(given, operator);
        boolean isReader = reader.isPresent() && same(given, reader.get());
        return isOperator ? Role.OPERATOR : isReader ? Role.READER : Role.NOBODY;
    }

    /** Takes as long for a token that is nearly right as for any other. */
    private static boolean same(String given, String wanted) {
        return !wanted.isEmpty()
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "tokens";
    }
}
