package dev.belay.component.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.suite.Suites;
import dev.belay.wit.error.Report;
import dev.belay.wit.error.WitException;
import dev.belay.wit.file.WitFileException;
import dev.belay.wit.file.WitLoader;
import dev.belay.wit.print.WitPrinter;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WitWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other people's WIT: what they accept and how they understand it, and what they refuse and where. */
class WitSuiteTest {
    private static final String FAILURES = "parse-fail/";
    private static final int VALID = 74;
    private static final int FAILING = 150;
    /** Of the failures whose expected message has a place: so many are found on the same line at least. */
    private static final int SAME_LINE = 132;
    private static final Pattern PLACE = Pattern.compile("--> [^\\n]*?([\\w.-]+\\.wit):(\\d+):(\\d+)");

    @TempDir
    private Path directory;

    @Test
    void validPackagesReadAsOthersReadThemAndPrintToTheSame() throws IOException {
        Map<String, byte[]> files = unpack();
        var wrong = new ArrayList<String>();
        int valid = 0;
        for (String golden : files.keySet()) {
            if (golden.endsWith(".wit.json") && !golden.startsWith(FAILURES)) {
                String difference = check(source(golden, ".wit.json"), files.get(golden));
                if (difference.isEmpty()) {
                    valid++;
                } else {
                    wrong.add(golden + ": " + difference);
                }
            }
        }
        System.out.println("wit-parser: " + valid + " valid packages agree");
        assertThat(wrong).isEmpty();
        assertThat(valid).isEqualTo(VALID);
    }

    @Test
    void failuresAreRefusedWhereOthersRefuseThem() throws IOException {
        Map<String, byte[]> files = unpack();
        var accepted = new ArrayList<String>();
        var elsewhere = new ArrayList<String>();
        int refused = 0;
        int sameLine = 0;
        for (String input : inputs(files, FAILURES)) {
            byte[] golden = files.get(input.endsWith(".wit") ? input + ".result" : input + ".wit.result");
            Matcher place = PLACE.matcher(golden == null ? "" : new String(golden, StandardCharsets.UTF_8));
            try {
                WitBinary.load(directory.resolve(input), Features.none());
                accepted.add(input);
            } catch (WitException e) {
                refused++;
                assertThat(Report.of(e.problem())).contains("^", " | ", " --> ");
                var span = e.problem().span();
                String here = Path.of(span.source().name()).getFileName() + ":" + span.source().line(span.start());
                if (place.find()) {
                    String there = place.group(1) + ":" + place.group(2);
                    if (here.equals(there)) {
                        sameLine++;
                    } else {
                        elsewhere.add(input + ": " + e.getMessage() + "; theirs: " + there);
                    }
                }
            } catch (WitFileException e) {
                refused++;
            }
        }
        System.out.println("wit-parser: " + refused + " failures refused, " + sameLine + " on the same line");
        assertThat(accepted).isEmpty();
        assertThat(refused).isEqualTo(FAILING);
        assertThat(sameLine).as("on the same line; elsewhere: %s", elsewhere).isGreaterThanOrEqualTo(SAME_LINE);
    }

    private String check(Path path, byte[] golden) {
        try {
            WitPackages packages = WitBinary.load(path, Features.of(Set.of("active")));
            String printed = WitPrinter.print(packages);
            WitPackages again = parse(printed);
            if (!WitPrinter.print(again).equals(printed)) {
                return "prints to something else:\n" + printed + "\n" + WitPrinter.print(again);
            }
            if (!summary(again).equals(summary(packages))) {
                return "printed: " + summary(again) + " instead of " + summary(packages);
            }
            var expected = summary(new JsonMapper().readTree(golden));
            return expected.equals(summary(packages)) ? "" : "expected " + expected + "\n found " + summary(packages);
        } catch (WitException | WitFileException e) {
            return e.getMessage();
        }
    }

    private static WitPackages parse(String text) {
        return Resolver.resolve(
                List.of(List.of(WitLoader.parse("printed", text.getBytes(StandardCharsets.UTF_8)))), Features.all());
    }

    /** By the name of each interface and world: names of types, with the kind, and of functions, imports and exports. */
    private static Map<String, TreeSet<String>> summary(WitPackages packages) {
        var all = new TreeMap<String, TreeSet<String>>();
        packages.packages().forEach(p -> {
            p.interfaces().values().forEach(i -> all.put(i.fullName().orElseThrow(), names(i)));
            p.worlds().values().forEach(w -> all.put("world " + w.fullName(), names(w)));
        });
        return all;
    }

    private static TreeSet<String> names(WitInterface type) {
        var names = new TreeSet<String>();
        type.types().values().forEach(t -> names.add("type " + t.name() + " " + kind(t)));
        type.functions().values().forEach(f -> names.add(f.name() + " " + parameters(f)));
        return names;
    }

    private static String kind(WitType type) {
        return switch (type.body()) {
            case WitType.Record r -> "record " + r.fields().size();
            case WitType.Variant v -> "variant " + v.cases().size();
            case WitType.Enum e -> "enum " + e.cases().size();
            case WitType.Flags f -> "flags " + f.flags().size();
            case WitType.Resource _ -> "resource";
            case WitType.Alias _ -> "type";
        };
    }

    private static String parameters(WitFunction function) {
        return String.join(",", function.params().stream().map(WitFunction.Param::name).toList());
    }

    private static TreeSet<String> names(WitWorld world) {
        var names = new TreeSet<String>();
        world.imports().keySet().forEach(n -> names.add("import " + n));
        world.exports().keySet().forEach(n -> names.add("export " + n));
        return names;
    }

    private static Map<String, TreeSet<String>> summary(JsonNode golden) {
        var all = new TreeMap<String, TreeSet<String>>();
        for (JsonNode p : golden.path("packages")) {
            p.path("interfaces").properties().forEach(e ->
                    all.put(fullName(p, e.getKey()), names(golden, golden.path("interfaces").get(e.getValue().asInt()))));
            p.path("worlds").properties().forEach(e -> {
                var names = new TreeSet<String>();
                JsonNode world = golden.path("worlds").get(e.getValue().asInt());
                for (String direction : List.of("import", "export")) {
                    world.path(direction + "s").properties().forEach(item ->
                            names.add(direction + " " + externName(golden, item.getKey(), item.getValue())));
                }
                all.put("world " + fullName(p, e.getKey()), names);
            });
        }
        return all;
    }

    private static String externName(JsonNode golden, String key, JsonNode item) {
        JsonNode id = item.path("interface").path("id");
        if (!key.startsWith("interface-") || id.isMissingNode()) {
            return key;
        }
        JsonNode type = golden.path("interfaces").get(id.asInt());
        return fullName(golden.path("packages").get(type.path("package").asInt()), type.path("name").asString());
    }

    private static String fullName(JsonNode p, String name) {
        String owner = p.path("name").asString();
        int at = owner.indexOf('@');
        return at < 0 ? owner + "/" + name : owner.substring(0, at) + "/" + name + owner.substring(at);
    }

    private static TreeSet<String> names(JsonNode golden, JsonNode type) {
        var names = new TreeSet<String>();
        type.path("types").properties().forEach(e ->
                names.add("type " + e.getKey() + " " + kind(golden.path("types").get(e.getValue().asInt()).path("kind"))));
        type.path("functions").properties().forEach(e -> {
            var params = new ArrayList<String>();
            e.getValue().path("params").forEach(p -> params.add(p.path("name").asString()));
            names.add(e.getKey() + " " + String.join(",", params));
        });
        return names;
    }

    private static String kind(JsonNode kind) {
        if (kind.isString()) {
            return kind.asString();
        }
        var only = kind.properties().iterator().next();
        return switch (only.getKey()) {
            case "record" -> "record " + only.getValue().path("fields").size();
            case "flags" -> "flags " + only.getValue().path("flags").size();
            case "variant" -> "variant " + only.getValue().path("cases").size();
            case "enum" -> "enum " + only.getValue().path("cases").size();
            default -> "type";
        };
    }

    private Path source(String golden, String ending) {
        String name = golden.substring(0, golden.length() - ending.length());
        Path file = directory.resolve(name + ".wit");
        return Files.exists(file) ? file : directory.resolve(name);
    }

    private static TreeSet<String> inputs(Map<String, byte[]> files, String folder) {
        var inputs = new TreeSet<String>();
        for (String name : files.keySet()) {
            if (name.startsWith(folder)) {
                int slash = name.indexOf('/', folder.length());
                if (slash > 0) {
                    inputs.add(name.substring(0, slash));
                } else if (name.endsWith(".wit")) {
                    inputs.add(name);
                }
            }
        }
        return inputs;
    }

    private Map<String, byte[]> unpack() throws IOException {
        Map<String, byte[]> files = Suites.wit();
        for (var entry : files.entrySet()) {
            Path file = directory.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
            // The two that are component text, which Belay does not read, as binaries.
            if (entry.getKey().endsWith("/d.wat")) {
                Files.write(file.resolveSibling("d.wasm"), emptyInterface("d:d/d", "d"));
            } else if (entry.getKey().equals("simple-wasm-text.wat")) {
                Files.write(directory.resolve("simple-wasm-text"), emptyInterface("a:b/x", "x"));
            }
        }
        return files;
    }

    /** A package's binary that holds one interface with nothing in it. */
    private static byte[] emptyInterface(String fullName, String name) {
        byte[] full = fullName.getBytes(StandardCharsets.UTF_8);
        byte[] label = name.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0});
        out.writeBytes(new byte[] {7, (byte) (11 + full.length), 1, 0x41, 2, 1, 0x42, 0, 4, 0, (byte) full.length});
        out.writeBytes(full);
        out.writeBytes(new byte[] {5, 0});
        out.writeBytes(new byte[] {11, (byte) (6 + label.length), 1, 0, (byte) label.length});
        out.writeBytes(label);
        out.writeBytes(new byte[] {3, 0, 0});
        return out.toByteArray();
    }
}
