package dev.belay.bench.guest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Validators that do the same and have no bytes of a core module in common: each has another text in it. */
public final class DistinctBanks {
    private static final String TEXT = "Unsupported currency";
    private static final String DIFFERENT = "Unsupported %08x";
    private static final String BANK = "nordhaven";

    private final byte[] validator;
    private final int at;

    private DistinctBanks(byte[] validator) {
        this.validator = validator;
        this.at = indexOf(validator, TEXT.getBytes(StandardCharsets.US_ASCII));
    }

    public static DistinctBanks of(Guests guests) {
        return new DistinctBanks(Guests.read(guests.validator(BANK)));
    }

    public byte[] validator(int number) {
        byte[] distinct = validator.clone();
        byte[] text = DIFFERENT.formatted(number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, distinct, at, Math.min(text.length, TEXT.length()));
        return distinct;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalStateException("expected the validator to hold '" + TEXT + "', found none");
    }
}
