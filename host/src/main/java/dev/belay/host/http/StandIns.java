package dev.belay.host.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.thread.TryExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Threads for selectors that run requests themselves.
 *
 * <p>A selector's thread that has found a request looks for another one to go on looking for requests in its place, and runs
 * the request when it has been promised one; if nobody has begun by the time it is done, it goes on itself. Nearly all
 * requests are done before a thread could have woken up. So here the promise is given at once, and kept only when somebody
 * asks for it: because the request turns out to take long ({@link #relieve}).
 */
final class StandIns implements TryExecutor {
    private final Executor threads;
    private final Map<Runnable, Post> posts = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable Post> posted = new ThreadLocal<>();

    /** @param threads where stand-ins run when they are needed */
    StandIns(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** @param selector there is one object for each selector, so that few are kept */
    @Override
    public boolean tryExecute(Runnable selector) {
        Post post = posts.computeIfAbsent(selector, _ -> new Post());
        posted.set(post);
        post.promised.set(selector);
        return true;
    }

    /** The post of this thread: for {@link #relieve} if what it does takes long. */
    Post here() {
        Post post = posted.get();
        return post == null ? Post.NONE : post;
    }

    /** Lets somebody look for requests at a post whose thread is busy. */
    void relieve(Post post) {
        Runnable selector = post.promised.getAndSet(null);
        if (selector != null) {
            threads.execute(() -> {
                posted.set(post);
                try {
                    selector.run();
                } finally {
                    posted.remove();
                }
            });
        }
    }

    /** A selector that threads take turns at. */
    static final class Post {
        static final Post NONE = new Post();

        private final AtomicReference<@Nullable Runnable> promised = new AtomicReference<>();
    }
}
