package dev.belay.cli.prelink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** A program for the build: replaces jars by such as start faster. A signed jar is left as it is. */
public final class Prelink {
    private static final String CLASS = ".class";

    private Prelink() {}

    /** @param args jars; all that their classes refer to has to be on the class path */
    public static void main(String[] args) throws IOException {
        for (String jar : args) {
            replace(Path.of(jar));
        }
    }

    static void replace(Path jar) throws IOException {
        Path made = jar.resolveSibling(jar.getFileName() + ".prelinked");
        try (var from = new JarFile(jar.toFile())) {
            if (from.stream().anyMatch(entry -> entry.getName().matches("META-INF/[^/]*\\.SF"))) {
                return;
            }
            try (var to = new JarOutputStream(Files.newOutputStream(made))) {
                for (JarEntry entry : Collections.list(from.entries())) {
                    copy(from, entry, to);
                }
            }
        }
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
        byte[] bytes;
        try (var in = from.getInputStream(entry)) {
            bytes = in.readAllBytes();
        }
        var copied = new JarEntry(entry.getName());
        copied.setTime(entry.getTime());
        to.putNextEntry(copied);
        to.write(entry.getName().endsWith(CLASS) ? PrelinkedClass.of(bytes) : bytes);
        to.closeEntry();
    }
}
