package dev.belay.build.create;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads templates, and puts in what differs from project to project. */
final class Resources {
    private static final Pattern VALUE = Pattern.compile("@([a-z]+)@");

    private final Map<String, String> values;

    Resources(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    ProjectFile file(String resource, String path) {
        return new ProjectFile(filled(path), filled(read(resource)), path.endsWith(".sh"));
    }

    String filled(String text) {
        return VALUE.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException("a template has @" + match.group(1) + "@, which has no value");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    static String read(String resource) {
        try (var in = Resources.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
