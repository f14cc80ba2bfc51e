package dev.belay.wasi.filesystem;

import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.VariantValue;
import dev.belay.wasi.clocks.ClockInterfaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a file beside its contents. Paths have been followed already: links are not followed here. */
final class Attributes {
    private Attributes() {}

    static BasicFileAttributes read(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw FsException.of(e);
        }
    }

    /** The record {@code descriptor-stat}. */
    static RecordValue stat(Path path) {
        BasicFileAttributes attributes = read(path);
        return RecordValue.of(
                "type", type(attributes),
                "link-count", links(path),
                "size", attributes.size(),
                "data-access-timestamp", Optional.of(ClockInterfaces.datetime(attributes.lastAccessTime().toInstant())),
                "data-modification-timestamp",
                        Optional.of(ClockInterfaces.datetime(attributes.lastModifiedTime().toInstant())),
                "status-change-timestamp",
                        Optional.of(ClockInterfaces.datetime(attributes.lastModifiedTime().toInstant())));
    }

    /** A label of the enum {@code descriptor-type}. */
    static String type(BasicFileAttributes attributes) {
        return attributes.isRegularFile() ? "regular-file"
                : attributes.isDirectory() ? "directory"
                : attributes.isSymbolicLink() ? "symbolic-link"
                : "unknown";
    }

    /** The record {@code metadata-hash-value}: the same for the same file as long as nobody changes it. */
    static RecordValue hash(Path path) {
        BasicFileAttributes attributes = read(path);
        long key = String.valueOf(attributes.fileKey()).hashCode();
        long rest = 31L * attributes.lastModifiedTime().toMillis() + attributes.size();
        return RecordValue.of("lower", key * 0x9E3779B97F4A7C15L + rest, "upper", rest * 0xC2B2AE3D27D4EB4FL + key);
    }

    static boolean sameFile(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException _) {
            return false;
        }
    }

    /** @param access the variant {@code new-timestamp}; so is {@code modification} */
    static void setTimes(Path path, VariantValue access, VariantValue modification, Clock clock) {
        try {
            Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(time(modification, clock), time(access, clock), null);
        } catch (IOException e) {
            throw FsException.of(e);
        }
    }

    private static @Nullable FileTime time(VariantValue value, Clock clock) {
        return switch (value.label()) {
            case "no-change" -> null;
            case "now" -> FileTime.from(clock.instant());
            default -> {
                var datetime = (RecordValue) value.payload().orElseThrow();
                long seconds = (Long) datetime.get("seconds");
                if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
                    throw new FsException("overflow");
                }
                yield FileTime.from(Instant.ofEpochSecond(seconds, (Long) datetime.get("nanoseconds")));
            }
        };
    }

    private static long links(Path path) {
        try {
            return Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS) instanceof Number n ? n.longValue() : 1;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return 1;
        }
    }
}
