package dev.belay.platform.admin;

import java.io.IOException;
import java.net.BindException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;

/**
 * The file of a Unix socket. It is made in a directory that is the user's alone, has its permissions set there, and is put in its
 * place then, so that nobody else can open it at any moment.
 */
final class UnixSocket {
    private static final String FILE = "s";
    /** Of the directory's name, with what the system adds to make it a new one. */
    private static final String PREFIX = ".b";
    private static final int ROOM = 26;

    private final Path path;
    private final Path directory;

    private UnixSocket(Path path, Path directory) {
        this.path = path;
        this.directory = directory;
    }

    /**
     * @param path whose directory is there
     * @throws IOException if somebody listens there, or there is something that is no socket
     */
    static UnixSocket prepare(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        int most = UnixDomainServerConnector.MAX_UNIX_DOMAIN_PATH_LENGTH - ROOM;
        int length = absolute.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > most) {
            throw new IOException(path + ": expected a path of at most " + most + " bytes, since the names of sockets are short, found " + length);
        }
        Path parent = absolute.resolveSibling("");
        if (!Files.isDirectory(parent)) {
            throw new IOException(path + ": expected a path in a directory that exists");
        }
        requireFree(absolute);
        return new UnixSocket(absolute, Files.createTempDirectory(
                parent, PREFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    }

    /** A host that was killed leaves its socket behind: nobody listens there any more. */
    private static void requireFree(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isOther()) {
            throw new IOException(path + ": expected a socket, or nothing, found " + (attributes.isDirectory() ? "a directory" : "a file")
                    + ": remove it, or name another path");
        }
        if (answers(path)) {
            throw new BindException(path + ": a process listens at this socket already");
        }
    }

    private static boolean answers(Path path) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return channel.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    /** Where to listen for now. */
    Path made() {
        return directory.resolve(FILE);
    }

    /** Puts the socket that was made in its place. */
    void publish() throws IOException {
        Files.setPosixFilePermissions(made(), PosixFilePermissions.fromString("rw-------"));
        Files.move(made(), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Has only what was published stay. */
    void clean() {
        remove(made());
        remove(directory);
    }

    void remove() {
        remove(path);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // Nobody listens there: the next host replaces it.
        }
    }
}
