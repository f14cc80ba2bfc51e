package dev.belay.platform.admin;

import dev.belay.platform.store.Durable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Attributes;
import org.eclipse.jetty.util.Promise;

/** A form with files, {@code multipart/form-data}. What is long of it lies on disk until this is closed. */
public final class FileForm implements AutoCloseable {
    private static final int MOST_PARTS = 16;
    private static final int MOST_FIELD_BYTES = 16 << 10;
    /** What is around a file: boundaries, names and other fields. */
    private static final int MOST_AROUND = 64 << 10;

    private static final int MOST_NAME = 100;
    private static final int MEBI = 1 << 20;

    private final MultiPartFormData.Parts parts;

    private FileForm(MultiPartFormData.Parts parts) {
        this.parts = parts;
    }

    /**
     * What a form may take.
     *
     * @param directory where it lies meanwhile
     * @param most bytes of a file
     * @param patience until all of it has come
     */
    public record Bounds(Path directory, int most, Duration patience) {
        /** In words. */
        public String size() {
            return most < MEBI ? most + " bytes" : most / MEBI + " MiB";
        }
    }

    /**
     * What somebody sent.
     *
     * @param name what they call it: a line, without directories; empty if they do not say
     */
    public record NamedFile(String name, byte[] bytes) {}

    /** Whether a request says that it brings one. */
    public static boolean isOne(Optional<String> contentType) {
        return contentType.filter(type -> type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length()))
                .isPresent();
    }

    /**
     * Waits until all of it is there.
     *
     * @throws FormException if it is none, or more than it may be, or does not come
     * @throws dev.belay.platform.store.StoreException if it cannot be kept
     */
    static FileForm read(Request request, Bounds bounds) {
        String type = Optional.ofNullable(request.getHeaders().get("content-type")).orElse("");
        if (!isOne(Optional.of(type)) || MultiPart.extractBoundary(type) == null) {
            throw new FormException(400, "Expected a form with a file, multipart/form-data with its boundary, found '" + type + "'.");
        }
        var config = new MultiPartConfig.Builder()
                .location(bounds.directory())
                .maxParts(MOST_PARTS)
                .maxPartSize(bounds.most())
                .maxSize((long) bounds.most() + MOST_AROUND)
                .maxMemoryPartSize(MOST_FIELD_BYTES)
                .useFilesForPartsWithoutFileName(true)
                .build();
        var coming = new CompletableFuture<MultiPartFormData.Parts>();
        try {
            // Of the request's own attributes Jetty would close it, and log a stack trace if it could not be read.
            MultiPartFormData.onParts(request, new Attributes.Mapped(), type, config, Promise.Invocable.toPromise(coming));
            return new FileForm(coming.get(bounds.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw failure(bounds, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            // What it has so far goes with it.
            request.fail(e);
            coming.thenAccept(MultiPartFormData.Parts::close);
            throw new FormException(408, "Expected a form within " + bounds.patience().toSeconds() + " s, and only some of it came.");
        } catch (InterruptedException e) {
            request.fail(e);
            Thread.currentThread().interrupt();
            throw new FormException(503, "The host stops.");
        } catch (RuntimeException e) {
            throw failure(bounds, e);
        }
    }

    private static RuntimeException failure(Bounds bounds, Throwable why) {
        return switch (why) {
            // What Jetty throws for each of its limits.
            case IllegalStateException _ -> new FormException(413, "Expected a file of at most " + bounds.size() + ", found more.");
            case EOFException _ -> new FormException(400, "Expected a whole form, and it broke off.");
            case IOException its -> Durable.failed(bounds.directory(), its);
            case HttpException its -> new FormException(400, "Expected a form with a file, multipart/form-data: " + its.getReason());
            default -> new IllegalStateException("a form cannot be read", why);
        };
    }

    /** The text of a field; empty if there is none, or one that is too long to be meant. */
    public String field(String name) {
        return part(name).filter(part -> part.getLength() <= MOST_FIELD_BYTES)
                .map(part -> part.getContentAsString(StandardCharsets.UTF_8))
                .orElse("");
    }

    /**
     * A file; empty if none was chosen.
     *
     * @throws IOException if it cannot be read from disk
     */
    public Optional<NamedFile> file(String name) throws IOException {
        MultiPart.Part part = part(name).filter(its -> its.getLength() > 0).orElse(null);
        if (part == null) {
            return Optional.empty();
        }
        try (InputStream in = Content.Source.asInputStream(part.getContentSource())) {
            return Optional.of(new NamedFile(plain(part.getFileName()), in.readAllBytes()));
        }
    }

    private Optional<MultiPart.Part> part(String name) {
        return Optional.ofNullable(parts.getFirst(name));
    }

    /** Browsers say a name, and programs may say anything. */
    private static String plain(String given) {
        String name = Optional.ofNullable(given).orElse("");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String line = last.codePoints()
                .filter(FileForm::isShown)
                .limit(MOST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.strip();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    @Override
    public void close() {
        parts.close();
    }
}
