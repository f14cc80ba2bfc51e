package dev.belay.conformance.print;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.text.ComponentText;
import dev.belay.component.validate.ComponentValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The two halves of {@code tools/print-check.sh}: {@code write DIR ZIP…} puts each valid component of the suites to DIR as
 * NAME.wasm and NAME.wat; {@code compare DIR KNOWN} compares NAME.parsed.wasm with it. KNOWN has lines of a NAME and a
 * reason why the other parser does not take its text.
 */
public final class PrintCheck {
    private static final String ORIGINAL = ".wasm";
    private static final String PARSED = ".parsed.wasm";
    private static final String TEXT = ".wat";

    private PrintCheck() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "write" -> {
                int written = 0;
                for (String zip : List.of(args).subList(2, args.length)) {
                    written += write(Path.of(args[1]), Path.of(zip));
                }
                System.out.println(written + " components printed");
            }
            case "compare" -> System.exit(compare(Path.of(args[1]), known(Path.of(args[2]))) ? 0 : 1);
            default -> throw new IllegalArgumentException("expected write or compare, found " + args[0]);
        }
    }

    private static int write(Path directory, Path zip) throws IOException {
        int written = 0;
        try (var in = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : in.stream().filter(e -> e.getName().endsWith(ORIGINAL)).toList()) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                var component = valid(bytes);
                if (component.isPresent()) {
                    String name = entry.getName().substring(0, entry.getName().length() - ORIGINAL.length());
                    Path target = directory.resolve(name.replace('/', '+'));
                    Files.write(Path.of(target + ORIGINAL), bytes);
                    Files.writeString(Path.of(target + TEXT), ComponentText.of(component.get(), true));
                    written++;
                }
            }
        }
        return written;
    }

    private static Optional<ComponentBinary> valid(byte[] bytes) {
        try {
            var component = ComponentDecoder.decode(bytes);
            ComponentValidator.validate(component);
            return Optional.of(component);
        } catch (InvalidComponentException e) {
            // A core module, or one that the suites have for being wrong.
            return Optional.empty();
        }
    }

    private static Set<String> known(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2)[0])
                .collect(Collectors.toSet());
    }

    private static boolean compare(Path directory, Set<String> known) throws IOException {
        int equal = 0;
        int excepted = 0;
        int all = 0;
        try (var files = Files.list(directory)) {
            for (Path text : files.filter(f -> f.toString().endsWith(TEXT)).sorted().toList()) {
                all++;
                String name = text.toString().substring(0, text.toString().length() - TEXT.length());
                var difference = difference(Path.of(name + ORIGINAL), Path.of(name + PARSED));
                String shown = Path.of(name).getFileName().toString();
                if (difference.isEmpty()) {
                    equal++;
                } else if (known.contains(shown)) {
                    excepted++;
                } else {
                    System.out.println("DIFFERS " + shown + ": " + difference.get());
                }
            }
        }
        System.out.println(equal + " of " + all + " printed components are parsed to what they were, " + excepted
                + " are known not to be");
        return equal + excepted == all;
    }

    private static Optional<String> difference(Path original, Path parsed) throws IOException {
        if (!Files.exists(parsed)) {
            return Optional.of("its text is not parsed");
        }
        try {
            return SameMeaning.difference(
                    ComponentDecoder.decode(Files.readAllBytes(original)),
                    ComponentDecoder.decode(Files.readAllBytes(parsed)));
        } catch (InvalidComponentException e) {
            return Optional.of("what is parsed cannot be decoded: " + e.getMessage());
        }
    }
}
