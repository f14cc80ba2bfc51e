package dev.belay.platform.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/** Takes a response's body, up to a bound whatever its head says of its length. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final long most;
    private final LongConsumer moved;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private Optional<Flow.Subscription> from = Optional.empty();

    /** @param moved is told how many more bytes have come, with each that do */
    BoundedBody(long most, LongConsumer moved) {
        this.most = most;
        this.moved = moved;
    }

    /** There is more than was to be taken. */
    static final class TooLargeException extends IOException {
        private TooLargeException(long most) {
            super("expected at most " + most + " bytes, found more");
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        from = Optional.of(subscription);
        moved.accept(0);
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int size = buffer.remaining();
            if (taken.size() + (long) size > most) {
                from.ifPresent(Flow.Subscription::cancel);
                whole.completeExceptionally(new TooLargeException(most));
                return;
            }
            byte[] bytes = new byte[size];
            buffer.get(bytes);
            taken.writeBytes(bytes);
            moved.accept(size);
        }
        from.ifPresent(its -> its.request(1));
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(taken.toByteArray());
    }
}
