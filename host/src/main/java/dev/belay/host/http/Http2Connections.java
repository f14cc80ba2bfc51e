package dev.belay.host.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.Connection;

/**
 * Knows how many HTTP/2 connections are open. A client that was told that the server goes closes its connection when it
 * has read its last response; some lose that response if the server closes first.
 */
final class Http2Connections implements Connection.Listener {
    private int open;
    private CountDownLatch none = new CountDownLatch(0);

    @Override
    public synchronized void onOpened(Connection connection) {
        if (connection instanceof HTTP2Connection) {
            open++;
            if (open == 1) {
                none = new CountDownLatch(1);
            }
        }
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        if (connection instanceof HTTP2Connection) {
            open--;
            if (open == 0) {
                none.countDown();
            }
        }
    }

    /** Waits until there is none; false if that took longer. */
    boolean awaitNone(long millis) throws InterruptedException {
        return latch().await(millis, TimeUnit.MILLISECONDS);
    }

    private synchronized CountDownLatch latch() {
        return none;
    }
}
