package dev.belay.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.Trap;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a guest has to drop before what, and what it can have once. */
final class ChildrenTest {
    private final HttpState state = HttpState.denied();
    private final IncomingRequest request = new IncomingRequest(
            () -> new RequestHead("GET", Optional.empty(), Optional.empty(), Optional.empty(), List.of(HttpField.of("a", "1"))),
            BodySource.empty(),
            state);

    @Test
    void headersGoBeforeTheirRequest() {
        Fields headers = request.lendHeaders();

        assertThatThrownBy(request::drop).isInstanceOf(Trap.class).hasMessageContaining("children of incoming-request");
        headers.drop();
        assertThatCode(request::drop).doesNotThrowAnyException();
    }

    @Test
    void lentHeadersCannotBeChangedButTheirCopyCan() {
        Fields headers = request.lendHeaders();

        assertThat(headers.append("b", new byte[0])).contains(HeaderError.IMMUTABLE);
        assertThat(headers.copy().append("b", new byte[0])).isEmpty();
        assertThat(headers.get("A")).hasSize(1);
    }

    @Test
    void lentHeadersCanBecomeThoseOfAResponse() {
        var response = new OutgoingResponse(request.lendHeaders(), state, false);

        assertThat(response.headers().entries()).containsExactly(HttpField.of("a", "1"));
        assertThatCode(request::drop).doesNotThrowAnyException();
    }

    @Test
    void aBodyAndItsStreamCanBeHadOnce() {
        IncomingBody body = request.consume().orElseThrow();

        assertThat(request.consume()).isEmpty();
        assertThat(body.read()).isPresent();
        assertThat(body.read()).isEmpty();
    }

    @Test
    void aStreamGoesBeforeItsBodyEnds() {
        IncomingBody body = request.consume().orElseThrow();
        body.read();

        assertThatThrownBy(body::finish).isInstanceOf(Trap.class).hasMessageContaining("children of incoming-body");
    }

    @Test
    void anOutgoingStreamGoesBeforeItsBodyEndsOrTheBodyIsBroken() {
        var response = new OutgoingResponse(Fields.empty(state), state, false);
        var body = new OutgoingBody(response.body().orElseThrow());
        body.write();

        assertThatThrownBy(() -> body.finish(Optional.empty()))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("children of outgoing-body");
        assertThat(response.writer().failure()).isPresent();
    }

    @Test
    void aStreamThatFailedIsClosedFromThenOn() {
        var fields = Fields.empty(state);
        fields.append("content-length", new byte[] {'1'});
        var response = new OutgoingResponse(fields, state, false);
        var stream = new OutgoingBody(response.body().orElseThrow()).write().orElseThrow();

        assertThatThrownBy(() -> stream.write(new byte[2])).hasMessageContaining("HTTP-response-body-size");
        assertThatThrownBy(stream::checkWrite).hasMessage("the stream is closed");
    }
}
