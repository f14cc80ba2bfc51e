package javahttp;

import org.teavm.interop.Address;
import org.teavm.interop.Import;

/** The functions of wasi:http and wasi:io that the handler uses, with the parameters the canonical ABI gives them. */
final class Wasi {
    private static final String HTTP = "wasi:http/types@0.2.3";
    private static final String STREAMS = "wasi:io/streams@0.2.3";
    private static final String ERROR = "wasi:io/error@0.2.3";

    private Wasi() {
    }

    @Import(module = HTTP, name = "[constructor]fields")
    static native int newFields();

    @Import(module = HTTP, name = "[method]fields.append")
    static native void append(int fields, Address name, int nameLength, Address value, int valueLength, Address result);

    @Import(module = HTTP, name = "[method]fields.entries")
    static native void entries(int fields, Address result);

    @Import(module = HTTP, name = "[resource-drop]fields")
    static native void dropFields(int fields);

    @Import(module = HTTP, name = "[method]incoming-request.method")
    static native void method(int request, Address result);

    @Import(module = HTTP, name = "[method]incoming-request.path-with-query")
    static native void pathWithQuery(int request, Address result);

    @Import(module = HTTP, name = "[method]incoming-request.headers")
    static native int headers(int request);

    @Import(module = HTTP, name = "[method]incoming-request.consume")
    static native void consume(int request, Address result);

    @Import(module = HTTP, name = "[resource-drop]incoming-request")
    static native void dropRequest(int request);

    @Import(module = HTTP, name = "[method]incoming-body.stream")
    static native void inputStream(int body, Address result);

    @Import(module = HTTP, name = "[resource-drop]incoming-body")
    static native void dropIncomingBody(int body);

    @Import(module = HTTP, name = "[constructor]outgoing-response")
    static native int newResponse(int headers);

    @Import(module = HTTP, name = "[method]outgoing-response.set-status-code")
    static native int setStatus(int response, int status);

    @Import(module = HTTP, name = "[method]outgoing-response.body")
    static native void responseBody(int response, Address result);

    /** {@code result} is 0 and {@code value} a response; what follows would tell an error. */
    @Import(module = HTTP, name = "[static]response-outparam.set")
    static native void respond(int outparam, int result, int value, int a, long b, int c, int d, int e, int f);

    @Import(module = HTTP, name = "[method]outgoing-body.write")
    static native void outputStream(int body, Address result);

    @Import(module = HTTP, name = "[static]outgoing-body.finish")
    static native void finish(int body, int hasTrailers, int trailers, Address result);

    @Import(module = STREAMS, name = "[method]input-stream.blocking-read")
    static native void read(int stream, long length, Address result);

    @Import(module = STREAMS, name = "[resource-drop]input-stream")
    static native void dropInput(int stream);

    @Import(module = STREAMS, name = "[method]output-stream.blocking-write-and-flush")
    static native void write(int stream, Address bytes, int length, Address result);

    @Import(module = STREAMS, name = "[resource-drop]output-stream")
    static native void dropOutput(int stream);

    @Import(module = ERROR, name = "[resource-drop]error")
    static native void dropError(int error);
}
