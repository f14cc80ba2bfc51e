package dev.belay.guest.http;

import java.io.IOException;
import java.io.OutputStream;

/** What writes a body, piece by piece, after the head was sent. */
public interface BodyWriter {
    /** @throws IOException if the other side has left; it may be left uncaught */
    void write(OutputStream out) throws IOException;
}
