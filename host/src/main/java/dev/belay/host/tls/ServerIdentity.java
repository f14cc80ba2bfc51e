package dev.belay.host.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who a server is, for as long as it runs: a certificate is for some weeks, and its files are replaced before they are over.
 * Thread-safe.
 */
public final class ServerIdentity {
    private static final Logger LOG = LoggerFactory.getLogger(ServerIdentity.class);

    private final String name;
    private final List<Path> files;
    private final Supplier<Identity> reading;
    private final List<Consumer<Identity>> told = new CopyOnWriteArrayList<>();
    private List<Optional<Stamp>> stamps;
    private volatile Identity now;
    private String wrong = "";

    private ServerIdentity(String name, List<Path> files, Supplier<Identity> reading) {
        this.name = name;
        this.files = List.copyOf(files);
        this.reading = reading;
        this.stamps = stamps();
        this.now = reading.get();
    }

    /** One that does not change. */
    public static ServerIdentity of(Identity identity) {
        return new ServerIdentity("", List.of(), () -> identity);
    }

    /**
     * One that is as its files say when {@link #look} looked at them last.
     *
     * @param name for the log: whose it is
     * @param files that are read
     * @param reading reads them
     * @throws TlsException if they cannot be used now
     */
    public static ServerIdentity in(String name, List<Path> files, Supplier<Identity> reading) {
        return new ServerIdentity(name, files, reading);
    }

    /** What of a file changes when it is written, or another takes its place. */
    private record Stamp(FileTime modified, long size, String key) {}

    private List<Optional<Stamp>> stamps() {
        return files.stream().map(ServerIdentity::stamp).toList();
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey())));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public Identity now() {
        return now;
    }

    /**
     * Is called with each other one from now on, on the thread that looks.
     *
     * @param use throws {@link TlsException} if it cannot be used: the one before stays then
     */
    public void whenOther(Consumer<Identity> use) {
        told.add(use);
    }

    /**
     * Reads the files again if they are others than before. If what they say cannot be used all stays as it is, and that is logged: once,
     * until something else is wrong, though they are read again each time.
     */
    public synchronized void look() {
        List<Optional<Stamp>> found = stamps();
        if (found.equals(stamps) && wrong.isEmpty()) {
            return;
        }
        Identity before = now;
        try {
            // What is written after the stamps were taken has others.
            Identity next = reading.get();
            if (!next.equals(before)) {
                use(next, before);
                LOG.info("{}: the certificate is {} from now on", name, next.shown());
            }
            wrong = "";
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(wrong)) {
                LOG.error("{}: the certificate stays {}, since what is there now cannot be used: {}", name, before.shown(), why);
            }
            wrong = why;
        }
        stamps = found;
    }

    private void use(Identity next, Identity before) {
        try {
            told.forEach(use -> use.accept(next));
            now = next;
        } catch (RuntimeException e) {
            told.forEach(use -> use.accept(before));
            throw e;
        }
    }
}
