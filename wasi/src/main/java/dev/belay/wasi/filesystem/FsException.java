package dev.belay.wasi.filesystem;

import java.io.IOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** An operation failed with a code of the interface. */
final class FsException extends RuntimeException {
    private final String code;

    FsException(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** A label of the enum {@code error-code}. */
    String code() {
        return code;
    }

    static FsException of(IOException e) {
        return new FsException(switch (e) {
            case NoSuchFileException _ -> "no-entry";
            case FileAlreadyExistsException _ -> "exist";
            case DirectoryNotEmptyException _ -> "not-empty";
            case NotDirectoryException _ -> "not-directory";
            case AccessDeniedException _ -> "access";
            case FileSystemLoopException _ -> "loop";
            case FileSystemException f -> byReason(f.getReason() == null ? "" : f.getReason());
            default -> byReason(e.getMessage() == null ? "" : e.getMessage());
        });
    }

    static FsException of(RuntimeException e) {
        return switch (e) {
            case FsException f -> f;
            case NonReadableChannelException _, NonWritableChannelException _ -> new FsException("bad-descriptor");
            case UnsupportedOperationException _ -> new FsException("unsupported");
            case IllegalArgumentException _ -> new FsException("invalid");
            default -> throw e;
        };
    }

    /** Java has no classes for most errors; the system's own words are in the message. */
    private static String byReason(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        return text.contains("not a directory") ? "not-directory"
                : text.contains("is a directory") ? "is-directory"
                : text.contains("too many levels") ? "loop"
                : text.contains("name too long") ? "name-too-long"
                : text.contains("not empty") ? "not-empty"
                : text.contains("cross-device") ? "cross-device"
                : text.contains("no space") ? "insufficient-space"
                : text.contains("quota") ? "quota"
                : text.contains("too large") ? "file-too-large"
                : text.contains("read-only") ? "read-only"
                : text.contains("not permitted") ? "not-permitted"
                : text.contains("permission denied") ? "access"
                : text.contains("invalid argument") ? "invalid"
                : text.contains("too many links") ? "too-many-links"
                : text.contains("busy") ? "busy"
                : "io";
    }
}
