package dev.belay.guest.http;

import dev.belay.guest.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bodies read as a whole. */
final class Body {
    private static final int PIECE = 16 << 10;

    private Body() {}

    /** @throws IllegalStateException if the body ends too early, or is longer than {@code most} bytes */
    static byte[] bytes(InputStream in, int most) {
        try {
            var all = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                if (all.size() > most - count) {
                    throw new IllegalStateException("expected a body of at most " + most + " bytes, found more");
                }
                all.write(piece, 0, count);
            }
            return all.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    static String text(InputStream in, int most) {
        return Utf8.replacing(bytes(in, most));
    }
}
