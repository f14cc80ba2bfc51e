package dev.belay.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Bindings that a library brings, as its {@code META-INF/belay/bindings.properties} says: the class of each interface. */
public final class GivenBindings {
    private static final String INDEX = "META-INF/belay/bindings.properties";

    private GivenBindings() {}

    public static Map<String, String> in(List<Path> classPath) {
        var urls = new ArrayList<URL>();
        var given = new HashMap<String, String>();
        try {
            for (Path each : classPath) {
                urls.add(each.toUri().toURL());
            }
            try (var loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
                for (URL index : java.util.Collections.list(loader.findResources(INDEX))) {
                    try (InputStream in = index.openStream()) {
                        var lines = new Properties();
                        lines.load(in);
                        lines.forEach((name, type) -> given.put((String) name, (String) type));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return given;
    }
}
