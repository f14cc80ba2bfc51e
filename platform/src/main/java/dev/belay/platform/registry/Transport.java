package dev.belay.platform.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Sends single requests, each bounded in size and time. Thread-safe. */
final class Transport implements AutoCloseable {
    private final HttpClient client;
    private final Patience patience;

    /** @param trust in certificates; the JVM's own if there is none */
    Transport(Patience patience, Optional<SSLContext> trust) {
        this.patience = patience;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // Where a redirect may lead, and with what, is decided here.
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .connectTimeout(patience.connect());
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * @throws IOException if nothing comes, not in time, or too much
     */
    Reply send(Call call, Deadline deadline) throws IOException {
        var pulse = new Pulse(call.moved());
        HttpRequest.Builder request = HttpRequest.newBuilder(call.at())
                .method(call.method(), call.body().<HttpRequest.BodyPublisher>map(bytes -> new Upload(bytes, pulse)).orElseGet(BodyPublishers::noBody));
        call.headers().forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                request.build(), _ -> new BoundedBody(call.most(), call.body().isPresent() ? _ -> pulse.beat() : pulse::moved));
        try {
            HttpResponse<byte[]> response = await(answer, pulse, deadline, call.at());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException its ? its : new IOException(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            // One that is done stays as it is; any other is given up, and its connection with it.
            answer.cancel(true);
        }
    }

    private <T> T await(CompletableFuture<T> answer, Pulse pulse, Deadline deadline, URI at)
            throws ExecutionException, InterruptedException, IOException {
        while (true) {
            long silence = patience.stall().toNanos() - pulse.nanosSince();
            long rest = deadline.remainingNanos();
            if (rest <= 0) {
                throw new IOException("it takes longer than " + seconds(deadline.whole()) + " in all");
            }
            if (silence <= 0) {
                throw new IOException("nothing has come from " + Words.printable(String.valueOf(at.getHost())) + " for " + seconds(patience.stall()));
            }
            try {
                return answer.get(Math.min(silence, rest), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                // Something may have moved meanwhile.
            }
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
