package dev.belay.platform.manifest;

import dev.belay.platform.schema.Problem;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import dev.belay.wit.error.Span;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The files that a manifest names, each read once. */
final class NamedFiles {
    /** No toolchain makes components near this size. */
    private static final long MAX_BYTES = 256L << 20;
    /** Files of one directory together. */
    private static final int MAX_FILES = 10_000;

    private final Path base;
    private final Blobs blobs;
    private final Consumer<Problem> problems;
    private final Map<Path, Digest> read = new HashMap<>();

    NamedFiles(Path base, Blobs blobs, Consumer<Problem> problems) {
        this.base = base;
        this.blobs = blobs;
        this.problems = problems;
    }

    /** A file; one that cannot be read is a problem, and what is given then stands for nothing. */
    Part part(String name, Span span) {
        return new Part(name, digest(name, resolved(name, span), span));
    }

    /** A file, or all that is in a directory, below the path that the guest sees. */
    Map<String, Part> tree(String guest, String name, Span span) {
        Path path = resolved(name, span);
        var parts = new TreeMap<String, Part>();
        if (!Files.isDirectory(path)) {
            parts.put(guest, part(name, span));
            return parts;
        }
        try (var walk = Files.walk(path)) {
            List<Path> files = walk.filter(Files::isRegularFile).limit(MAX_FILES + 1L).toList();
            if (files.size() > MAX_FILES) {
                bad(span, name + ": expected at most " + MAX_FILES + " files in a directory");
            }
            for (Path file : files) {
                String below = path.relativize(file).toString().replace('\\', '/');
                parts.put((guest.equals("/") ? "" : guest) + "/" + below, new Part(name + "/" + below, digest(name, file, span)));
            }
        } catch (IOException e) {
            bad(span, name + ": " + reason(e));
        }
        return parts;
    }

    Path resolved(String name, Span span) {
        try {
            return base.resolve(name).normalize();
        } catch (InvalidPathException e) {
            bad(span, name + ": no valid file name: " + e.getReason());
            return base;
        }
    }

    private Digest digest(String name, Path path, Span span) {
        Digest known = read.get(path);
        if (known != null) {
            return known;
        }
        byte[] bytes = bytes(name, path, span);
        Digest digest = Digest.of(bytes);
        blobs.put(digest, bytes);
        read.put(path, digest);
        return digest;
    }

    private byte[] bytes(String name, Path path, Span span) {
        try {
            if (Files.isDirectory(path)) {
                bad(span, name + ": expected a file, found a directory");
            } else if (Files.size(path) > MAX_BYTES) {
                bad(span, name + ": too large: expected at most 256 MiB");
            } else {
                return Files.readAllBytes(path);
            }
        } catch (IOException e) {
            bad(span, name + ": " + reason(e));
        }
        return new byte[0];
    }

    private void bad(Span span, String message) {
        problems.accept(new Problem.BadFile(span, message));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }
}
