package javahttp;

import belay.guest.Cabi;
import java.nio.charset.StandardCharsets;
import org.teavm.interop.Address;

/** A response whose head was sent, and whose body is being written. */
final class Response implements AutoCloseable {
    /** Bytes one blocking write takes. */
    static final int PIECE = 4096;

    private final Address result = Cabi.allocate(40, 8);
    private final int body;
    private final int stream;
    /** The other side has left: what is still written goes nowhere. */
    private boolean gone;

    Response(int outparam, int status, String contentType) {
        int fields = Wasi.newFields();
        Address header = Cabi.allocate(16, 8);
        Cabi.lowerString("content-type", header);
        Cabi.lowerString(contentType, header.add(8));
        Wasi.append(fields, header.getAddress(), header.add(4).getInt(), header.add(8).getAddress(),
                header.add(12).getInt(), result);
        int response = Wasi.newResponse(fields);
        Wasi.setStatus(response, status);
        Wasi.responseBody(response, result);
        body = result.add(4).getInt();
        Wasi.respond(outparam, 0, response, 0, 0, 0, 0, 0, 0);
        Wasi.outputStream(body, result);
        stream = result.add(4).getInt();
    }

    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Address list = Cabi.allocate(8, 4);
        Cabi.lowerBytes(bytes, list);
        for (int at = 0; at < bytes.length; at += PIECE) {
            write(list.getAddress().add(at), Math.min(PIECE, bytes.length - at));
        }
    }

    /** At most {@link #PIECE} bytes. */
    void write(Address bytes, int length) {
        if (gone) {
            return;
        }
        Wasi.write(stream, bytes, length, result);
        if (result.getByte() != 0) {
            gone = true;
            if (result.add(4).getByte() == 0) {
                Wasi.dropError(result.add(8).getInt());
            }
        }
    }

    @Override
    public void close() {
        Wasi.dropOutput(stream);
        Wasi.finish(body, 0, 0, result);
    }
}
