package dev.belay.wasi.http;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A guest written in Java, so that a server can be tested without components. */
public interface JavaGuest {
    void handle(Call call) throws Exception;

    static HttpHandler handler(JavaGuest guest) {
        return new HttpHandler((state, limits, request, out) -> {
            try {
                guest.handle(new Call(state, limits, request, out));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** One request. */
    final class Call {
        private final IncomingRequest request;
        private final ResponseOutparam out;
        private final BodySource body;
        private List<HttpField> trailers = List.of();
        private Optional<BodyWriter> writer = Optional.empty();

        Call(InstanceState state, Limits limits, IncomingRequest request, ResponseOutparam out) {
            this.request = request;
            this.out = out;
            this.body = request.consume().orElseThrow().source();
        }

        public RequestHead request() {
            return request.head();
        }

        public List<HttpField> headers() {
            return request.headers().entries();
        }

        /** The next of the body, empty at its end. */
        public Optional<byte[]> read() throws Exception {
            while (true) {
                switch (body.read(64 << 10)) {
                    case BodyChunk.Data(byte[] bytes) -> {
                        return Optional.of(bytes);
                    }
                    case BodyChunk.End(List<HttpField> these) -> {
                        trailers = these;
                        return Optional.empty();
                    }
                    case BodyChunk.Failed(ErrorCode error) -> throw new IllegalStateException(error.toString());
                    case BodyChunk.Pending _ -> {
                        var ready = new CompletableFuture<Void>();
                        body.onReady(() -> ready.complete(null));
                        ready.get();
                    }
                }
            }
        }

        public List<HttpField> trailers() {
            return trailers;
        }

        public void inform(int status, HttpField... headers) {
            out.inform(status, fields(headers));
        }

        public void respond(int status, HttpField... headers) {
            var response = new OutgoingResponse(
                    fields(headers), HttpState.denied(), request.head().method().equals("HEAD"));
            response.status(status);
            writer = response.body();
            out.set(response);
        }

        private static Fields fields(HttpField... headers) {
            var fields = Fields.empty(HttpState.denied());
            for (HttpField header : headers) {
                fields.append(header.name(), header.value()).ifPresent(wrong -> {
                    throw new IllegalArgumentException(wrong + " " + header);
                });
            }
            return fields;
        }

        public void write(byte[] data) throws Exception {
            int at = 0;
            while (at < data.length) {
                int room = (int) Math.min(awaitPermit(), data.length - at);
                writer.orElseThrow().write(Arrays.copyOfRange(data, at, at + room));
                at += room;
            }
        }

        public void write(String text) throws Exception {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void flush() throws Exception {
            writer.orElseThrow().flush();
            awaitPermit();
        }

        private long awaitPermit() throws Exception {
            while (true) {
                long permit = writer.orElseThrow().permit();
                if (permit > 0) {
                    return permit;
                }
                var ready = new CompletableFuture<Void>();
                writer.orElseThrow().onReady(() -> ready.complete(null));
                ready.get();
            }
        }

        public void finish(HttpField... withTrailers) {
            writer.orElseThrow().finish(new ArrayList<>(List.of(withTrailers))).ifPresent(wrong -> {
                throw new IllegalStateException(wrong.toString());
            });
        }
    }
}
