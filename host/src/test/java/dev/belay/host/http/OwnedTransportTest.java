package dev.belay.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.belay.wasi.http.transport.ClientExchange;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.http.transport.OutgoingTransport;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.RequestTimeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several who send by one transport. */
@Timeout(60)
class OwnedTransportTest {
    /** More than the connections that one has to a server. */
    private static final int MANY = 300;
    private static final int PATIENCE_SECONDS = 30;

    private final HttpClientTransport transport = new HttpClientTransport();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/held", exchange -> {
            try {
                released.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/body", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1 << 20]);
            exchange.close();
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        transport.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private ClientExchange send(OutgoingTransport by, String path) {
        var head = new RequestHead(
                "GET", Optional.of("http"), Optional.of("127.0.0.1:" + server.getAddress().getPort()), Optional.of(path), List.of());
        return by.send(head, OptionalLong.of(0), RequestTimeouts.DEFAULT);
    }

    /** The status, when there is one; of the body nothing is read, and it is let go. */
    private static int status(ClientExchange exchange) {
        ClientExchange.Received response = exchange.response().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        response.body().discard();
        return response.head().status();
    }

    private static Optional<ErrorCode.Kind> failure(ClientExchange exchange) {
        return exchange.response()
                .handle((_, failed) -> Optional.ofNullable(failed).map(its -> HttpException.errorOf(its).kind()))
                .join();
    }

    @Test
    void nobodyWaitsForConnectionsOfOthers() {
        OutgoingTransport greedy = transport.of("greedy", MANY);
        OutgoingTransport other = transport.of("other", MANY);
        var held = new ArrayList<ClientExchange>();
        for (int i = 0; i < MANY; i++) {
            held.add(send(greedy, "/held"));
        }

        assertThat(status(send(other, "/"))).isEqualTo(204);

        assertThat(held).noneMatch(its -> its.response().isDone());
        released.countDown();
        assertThat(held).allMatch(its -> status(its) == 204);
    }

    @Test
    void oneMoreThanMayBeUnderWayIsRefusedUntilOneEnds() {
        OutgoingTransport two = transport.of("two", 2);
        ClientExchange first = send(two, "/held");
        ClientExchange second = send(two, "/held");
        assertThat(failure(send(two, "/"))).contains(ErrorCode.Kind.CONNECTION_LIMIT_REACHED);

        second.cancel();
        assertThat(failure(second)).isPresent();
        assertThat(statusWhenThereIsRoom(two)).isEqualTo(204);

        released.countDown();
        assertThat(status(first)).isEqualTo(204);
        assertThat(statusWhenThereIsRoom(two)).isEqualTo(204);
    }

    @Test
    void aResponseThatIsNotReadGivesItsRoomBackWhenItIsLetGo() {
        OutgoingTransport one = transport.of("one", 1);
        ClientExchange.Received unread = send(one, "/body").response().join();
        assertThat(failure(send(one, "/"))).contains(ErrorCode.Kind.CONNECTION_LIMIT_REACHED);

        unread.body().discard();

        assertThat(statusWhenThereIsRoom(one)).isEqualTo(204);
    }

    /** A request is over a moment after whoever waits for it knows. */
    private int statusWhenThereIsRoom(OutgoingTransport by) {
        ClientExchange exchange = send(by, "/");
        while (failure(exchange).isPresent() && !Thread.currentThread().isInterrupted()) {
            exchange = send(by, "/");
        }
        return status(exchange);
    }
}
