package javahttp;

import belay.guest.Cabi;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/** An HTTP handler in Java with the paths of http-echo: {@code /info}, and {@code /echo} in constant memory. */
public final class Handler {
    private Handler() {
    }

    @Export(name = "wasi:http/incoming-handler@0.2.3#handle")
    public static void handle(int handle, int outparam) {
        Request request = Request.of(handle);
        switch (request.path()) {
            case "/info" -> text(outparam, 200, info(request));
            case "/echo" -> echo(request, outparam);
            default -> text(outparam, 404, "nothing at " + request.path() + "; there are /info and /echo\n");
        }
        Wasi.dropRequest(handle);
        Cabi.reset();
    }

    private static String info(Request request) {
        var text = new StringBuilder();
        text.append("method: ").append(request.method()).append("\ntarget: ").append(request.target()).append('\n');
        for (Request.Header header : request.headers()) {
            text.append("header: ").append(header.name()).append(": ").append(header.value()).append('\n');
        }
        return text.toString();
    }

    private static void text(int outparam, int status, String text) {
        try (var response = new Response(outparam, status, "text/plain; charset=utf-8")) {
            response.write(text);
        }
    }

    private static void echo(Request request, int outparam) {
        Address result = Cabi.allocate(16, 8);
        Wasi.consume(request.handle(), result);
        int body = result.add(4).getInt();
        Wasi.inputStream(body, result);
        int stream = result.add(4).getInt();
        try (var response = new Response(outparam, 200, "application/octet-stream")) {
            Address mark = Cabi.mark();
            Wasi.read(stream, Response.PIECE, result);
            while (result.getByte() == 0) {
                response.write(result.add(4).getAddress(), result.add(8).getInt());
                Cabi.release(mark);
                Wasi.read(stream, Response.PIECE, result);
            }
            if (result.add(4).getByte() == 0) {
                Wasi.dropError(result.add(8).getInt());
            }
        }
        Wasi.dropInput(stream);
        Wasi.dropIncomingBody(body);
    }

    public static void main(String[] args) {
    }
}
