package dev.belay.platform.registry;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A request's body of which is noted how much has gone. */
final class Upload implements BodyPublisher {
    private final BodyPublisher bytes;
    private final Pulse pulse;

    Upload(byte[] bytes, Pulse pulse) {
        this.bytes = BodyPublishers.ofByteArray(bytes);
        this.pulse = pulse;
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        bytes.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer buffer) {
                int size = buffer.remaining();
                subscriber.onNext(buffer);
                pulse.moved(size);
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
