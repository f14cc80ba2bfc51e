package dev.belay.bench.process;

import dev.belay.bench.row.BenchException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/** What bare Jetty needs: its own jars, and the program in one as well. Java's AOT cache holds for jars alone. */
final class JettyClassPath {
    private static final Pattern JETTY = Pattern.compile("/(jetty|slf4j-api)-[^/]*\\.jar$");

    private JettyClassPath() {}

    /** @param directory where the program's jar is made, unless it is there: a cache holds for one and the same file */
    static String in(Path directory) {
        var entries = new ArrayList<String>();
        entries.add(program(directory.resolve("jetty-hello.jar")).toString());
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> JETTY.matcher(entry).find())
                .forEach(entries::add);
        return String.join(File.pathSeparator, entries);
    }

    private static Path program(Path jar) {
        if (Files.exists(jar)) {
            return jar;
        }
        var classes = new ArrayList<>(List.of(JettyHello.class.getDeclaredClasses()));
        classes.add(JettyHello.class);
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> each : classes) {
                String name = each.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream bytes = ClassLoader.getSystemResourceAsStream(name)) {
                    if (bytes == null) {
                        throw new BenchException("expected " + name + " on the class path, found none");
                    }
                    bytes.transferTo(out);
                }
                out.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new BenchException("cannot write " + jar + ": " + e.getMessage(), e);
        }
    }
}
