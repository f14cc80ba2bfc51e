package dev.belay.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.http.transport.HttpField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BodyWriterTest {
    private static final HttpState LIMITS = HttpState.denied().withLimits(new HttpLimits(10, 100, 10, 8, 20, 10_000));

    private final RecordingSink fast = new RecordingSink(false);
    private final RecordingSink slow = new RecordingSink(true);

    @Test
    void aShortBodyGoesInOnePiece() {
        var writer = writer();
        writer.attach(fast);
        writer.write(bytes("a"));
        writer.write(bytes("b"));
        assertThat(writer.finish(List.of())).isEmpty();

        assertThat(fast.events).containsExactly("finish ab");
        assertThat(writer.done()).isCompleted();
    }

    @Test
    void whatIsHeldGoesWithTheAnnouncementOrWhenItIsMuch() {
        var writer = writer();
        writer.attachHeld(fast);
        writer.write(bytes("a"));
        assertThat(writer.isAwaited()).isFalse();
        writer.flush();
        assertThat(writer.isAwaited()).isTrue();
        assertThat(writer.permit()).isEqualTo(7);
        assertThat(fast.events).isEmpty();

        writer.write(bytes("bcd"));
        assertThat(fast.events).containsExactly("write abcd");
        writer.write(bytes("e"));
        writer.flush();
        writer.finish(List.of());
        assertThat(fast.events).containsExactly("write abcd", "write e", "finish ");
    }

    @Test
    void whatIsHeldAndFinishedGoesWithTheAnnouncement() {
        var writer = writer();
        writer.attachHeld(fast);
        writer.write(bytes("a"));
        writer.finish(List.of());
        assertThat(fast.events).isEmpty();

        writer.announce();

        assertThat(fast.events).containsExactly("finish a");
    }

    @Test
    void aBodyWrittenBeforeThereIsASinkIsKept() {
        var writer = writer();
        writer.write(bytes("ab"));
        writer.flush();
        assertThat(writer.isReady()).isTrue();
        assertThat(writer.finish(List.of(HttpField.of("t", "1")))).isEmpty();
        assertThat(writer.done()).isNotDone();

        writer.attach(fast);

        assertThat(fast.events).containsExactly("finish ab [t: 1]");
    }

    @Test
    void thereIsNoPermitWhileABufferIsFullOrFlushed() {
        var writer = writer();
        writer.attach(slow);
        assertThat(writer.permit()).isEqualTo(8);
        writer.write(bytes("abcde"));
        assertThat(writer.permit()).isEqualTo(3);
        writer.flush();
        assertThat(writer.permit()).isZero();
        assertThat(writer.isReady()).isFalse();

        slow.take();

        assertThat(writer.permit()).isEqualTo(8);
        assertThat(slow.events).containsExactly("write abcde");
    }

    @Test
    void aFlushWaitsForWhatWasWrittenDuringTheWriteBeforeIt() {
        var writer = writer();
        writer.attach(slow);
        writer.write(bytes("abcd"));
        writer.write(bytes("ef"));
        writer.flush();
        slow.take();
        assertThat(writer.permit()).isZero();
        slow.take();

        assertThat(slow.events).containsExactly("write abcd", "write ef");
        assertThat(writer.permit()).isEqualTo(8);
    }

    @Test
    void whoWaitsIsToldOnceThereIsRoom() {
        var writer = writer();
        writer.attach(slow);
        writer.write(bytes("abcdefgh"));
        var told = new AtomicInteger();
        writer.onReady(told::incrementAndGet);
        assertThat(told).hasValue(0);

        slow.take();

        assertThat(told).hasValue(1);
    }

    @Test
    void anAnnouncementSendsTheHeadOnlyIfNothingWasSent() {
        var writer = writer();
        writer.attach(fast);
        writer.announce();
        writer.announce();
        writer.write(bytes("a"));
        writer.announce();

        assertThat(fast.events).containsExactly("write ");
    }

    @Test
    void aBodyLongerThanItsHeaderSaysIsAnError() {
        var writer = writer(3);
        writer.attach(fast);
        writer.write(bytes("abc"));

        assertThatThrownBy(() -> writer.write(bytes("d")))
                .isInstanceOf(HttpException.class)
                .hasMessage("HTTP-response-body-size: 4");
        assertThat(writer.finish(List.of())).contains(ErrorCode.ofSize(ErrorCode.Kind.HTTP_RESPONSE_BODY_SIZE, 4));
        assertThat(fast.events).containsExactly("abort HTTP-response-body-size: 4");
    }

    @Test
    void aBodyShorterThanItsHeaderSaysIsAnError() {
        var writer = writer(3);
        writer.attach(fast);
        writer.write(bytes("ab"));

        assertThat(writer.finish(List.of())).contains(ErrorCode.ofSize(ErrorCode.Kind.HTTP_RESPONSE_BODY_SIZE, 2));
        assertThat(fast.events).containsExactly("abort HTTP-response-body-size: 2");
        assertThat(writer.done()).isCompletedExceptionally();
    }

    @Test
    void anAbandonedBodyIsAbortedAndAFinishedOneIsNot() {
        var writer = writer();
        writer.attach(fast);
        writer.abandon(ErrorCode.internal("gone"));
        var finished = writer();
        finished.attach(slow);
        finished.finish(List.of());
        finished.abandon(ErrorCode.internal("gone"));

        assertThat(fast.events).containsExactly("abort internal-error: gone");
        assertThat(slow.events).containsExactly("finish ");
    }

    @Test
    void afterTheSinkFailedNothingCanBeWritten() {
        var writer = writer();
        writer.attach(slow);
        writer.write(bytes("abcdefgh"));
        var told = new AtomicInteger();
        writer.onReady(told::incrementAndGet);

        slow.fail(new HttpException(ErrorCode.of(ErrorCode.Kind.CONNECTION_TERMINATED)));

        assertThat(told).hasValue(1);
        assertThat(writer.isBroken()).isTrue();
        assertThatThrownBy(writer::permit).hasMessage("connection-terminated");
        assertThatThrownBy(() -> writer.write(bytes("x"))).isInstanceOf(HttpException.class);
        assertThat(writer.finish(List.of())).contains(ErrorCode.of(ErrorCode.Kind.CONNECTION_TERMINATED));
    }

    @Test
    void aSinkThatFailsAfterTheBodyWasAbandonedIsNotWhatBrokeIt() {
        var writer = writer();
        writer.attach(slow);
        writer.write(bytes("abcdefgh"));

        writer.abandon(ErrorCode.internal("unfinished"));
        slow.fail(new HttpException(ErrorCode.of(ErrorCode.Kind.CONNECTION_TERMINATED)));

        assertThat(writer.isBroken()).isFalse();
        assertThat(writer.failure()).contains(ErrorCode.internal("unfinished"));
    }

    @Test
    void writingWithoutEndBeforeThereIsASinkIsAnErrorAndNoWait() {
        var writer = writer();
        writer.write(new byte[20]);

        assertThatThrownBy(writer::permit)
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("handed over before 20 bytes");
    }

    private static BodyWriter writer() {
        return new BodyWriter(LIMITS, OptionalLong.empty(), ErrorCode.Kind.HTTP_RESPONSE_BODY_SIZE);
    }

    private static BodyWriter writer(long length) {
        return new BodyWriter(LIMITS, OptionalLong.of(length), ErrorCode.Kind.HTTP_RESPONSE_BODY_SIZE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
