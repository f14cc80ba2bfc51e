package dev.belay.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Figures as JSON, one on each line, each with the machine it was measured on. */
public final class JsonLines {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonLines() {}

    public static String of(List<Figure> figures, Machine machine) {
        return figures.stream()
                .map(figure -> MAPPER.writeValueAsString(asMap(figure, machine)) + "\n")
                .collect(Collectors.joining());
    }

    /** Writes all or nothing. */
    public static void write(Path file, List<Figure> figures, Machine machine) throws IOException {
        Path target = file.toAbsolutePath();
        Path partial = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(partial, of(figures, machine));
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static Map<String, Object> asMap(Figure figure, Machine machine) {
        var map = new LinkedHashMap<String, Object>();
        map.put("row", figure.row());
        map.put("figure", figure.title());
        map.put("unit", figure.unit());
        map.put("goal", figure.goal().text(figure.unit()));
        map.put("verdict", figure.verdict().name().toLowerCase(Locale.ROOT));
        figure.measured().ifPresent(sample -> map.put("measured", asMap(sample)));
        var peers = new LinkedHashMap<String, Object>();
        figure.peers().forEach((name, sample) -> peers.put(name, asMap(sample)));
        map.put("peers", peers);
        map.put("note", figure.note());
        map.put("machine", machine);
        return map;
    }

    private static Map<String, Object> asMap(Sample sample) {
        var map = new LinkedHashMap<String, Object>();
        map.put("median", sample.median());
        map.put("min", sample.min());
        map.put("max", sample.max());
        map.put("count", sample.values().length);
        return map;
    }
}
