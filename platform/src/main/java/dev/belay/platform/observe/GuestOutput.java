package dev.belay.platform.observe;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the instances of a revision write, cut into lines. Each instance runs on one thread at a time: what it has begun of a
 * line is kept by that.
 */
public final class GuestOutput extends OutputStream {
    /** Longer lines are cut. */
    private static final int MOST_BYTES = 4_096;

    private final Logs logs;
    private final String application;
    private final String revision;
    private final String source;
    private final Map<Thread, ByteArrayOutputStream> begun = new ConcurrentHashMap<>();

    public GuestOutput(Logs logs, String application, String revision, String source) {
        this.logs = logs;
        this.application = application;
        this.revision = revision;
        this.source = source;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        int start = from;
        int end = from + count;
        for (int i = from; i < end; i++) {
            if (bytes[i] == '\n' || i - start >= MOST_BYTES) {
                line(bytes, start, i);
                start = bytes[i] == '\n' ? i + 1 : i;
            }
        }
        if (start < end) {
            ByteArrayOutputStream rest = begun.computeIfAbsent(Thread.currentThread(), _ -> new ByteArrayOutputStream());
            rest.write(bytes, start, end - start);
            if (rest.size() > MOST_BYTES) {
                endLine();
            }
        }
    }

    private void line(byte[] bytes, int start, int end) {
        ByteArrayOutputStream before = begun.remove(Thread.currentThread());
        if (before == null) {
            write(new String(bytes, start, end - start, StandardCharsets.UTF_8));
        } else {
            before.write(bytes, start, end - start);
            write(before.toString(StandardCharsets.UTF_8));
        }
    }

    /** The instance on this thread ends: so does its line. */
    public void endLine() {
        if (!begun.isEmpty()) {
            ByteArrayOutputStream rest = begun.remove(Thread.currentThread());
            if (rest != null) {
                write(rest.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private void write(String text) {
        logs.write(application, revision, source, source.equals("stderr") ? "warn" : "info", text.stripTrailing());
    }
}
