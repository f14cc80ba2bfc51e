package dev.belay.guest.files;

import dev.belay.guest.Result;
import dev.belay.guest.Tuple;
import dev.belay.guest.Utf8;
import dev.belay.guest.wasi.filesystem.Preopens;
import dev.belay.guest.wasi.filesystem.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Reads the files that a component is given. The world imports {@code wasi:filesystem/types@0.2.3} and {@code preopens}.
 *
 * <p>No stream is opened, so that files also read where streams are the host's.
 */
public final class VirtualFiles {
    /** Bytes asked for at a time. */
    private static final long PIECE = 16 << 10;

    private VirtualFiles() {}

    /**
     * A file as a whole.
     *
     * @param path absolute, such as {@code /rules/countries.txt}
     * @param most bytes that it may have
     * @throws IOException if there is no such file, or it is longer; the message says which file
     */
    public static byte[] bytes(String path, int most) throws IOException {
        List<Tuple.Of2<Types.Descriptor, String>> directories = Preopens.getDirectories();
        try {
            int best = -1;
            for (int i = 0; i < directories.size(); i++) {
                String name = directories.get(i).v1();
                if (isWithin(path, name) && (best < 0 || name.length() > directories.get(best).v1().length())) {
                    best = i;
                }
            }
            if (best < 0) {
                throw new IOException(path + ": no directory is open that it could be in");
            }
            Tuple.Of2<Types.Descriptor, String> directory = directories.get(best);
            return read(directory.v0(), path.substring(rooted(directory.v1()).length()), path, most);
        } finally {
            for (Tuple.Of2<Types.Descriptor, String> each : directories) {
                each.v0().close();
            }
        }
    }

    /**
     * As {@link #bytes}, as text.
     *
     * @throws IOException also if it is not UTF-8
     */
    public static String text(String path, int most) throws IOException {
        try {
            return Utf8.decode(bytes(path, most));
        } catch (IllegalArgumentException e) {
            throw new IOException(path + ": " + e.getMessage());
        }
    }

    private static boolean isWithin(String path, String directory) {
        return path.startsWith(rooted(directory));
    }

    /** A directory's name with a slash at its end. */
    private static String rooted(String directory) {
        return directory.endsWith("/") ? directory : directory + "/";
    }

    private static byte[] read(Types.Descriptor directory, String relative, String path, int most) throws IOException {
        Result<Types.Descriptor, Types.ErrorCode> opened = directory.openAt(
                Set.of(Types.PathFlags.SYMLINK_FOLLOW), relative, Set.of(), Set.of(Types.DescriptorFlags.READ));
        try (Types.Descriptor file = valueOf(opened, path)) {
            var all = new ByteArrayOutputStream();
            boolean ended = false;
            while (!ended) {
                Tuple.Of2<byte[], Boolean> piece = valueOf(file.read(PIECE, all.size()), path);
                if (piece.v0().length > most - all.size()) {
                    throw new IOException(path + ": expected at most " + most + " bytes, found more");
                }
                all.write(piece.v0(), 0, piece.v0().length);
                ended = piece.v1() || piece.v0().length == 0;
            }
            return all.toByteArray();
        }
    }

    private static <T> T valueOf(Result<T, Types.ErrorCode> result, String path) throws IOException {
        if (result instanceof Result.Err<T, Types.ErrorCode> err) {
            throw new IOException(path + ": "
                    + (err.error() == Types.ErrorCode.NO_ENTRY ? "no such file" : "cannot be read: " + err.error()));
        }
        return result.orElseThrow();
    }
}
