package dev.belay.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.component.wit.WitText;
import dev.belay.wit.error.Report;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.WitException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compositions beside what comes of them: the graph and the WIT of the whole, or what is said to be wrong. */
class WacTest {
    private static final Path CASES = Path.of("src/test/resources/dev/belay/compose/wac");
    private static final long SEED = 20_261_124;
    private static final int MUTATIONS = 4_000;

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".wac"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void composes(String name) throws IOException {
        String result = outcome(name, Files.readString(CASES.resolve(name)));
        Path golden = CASES.resolve(name.replace(".wac", ".txt"));
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.writeString(golden, result);
        }
        assertThat(result).isEqualTo(Files.readString(golden));
    }

    /** Whatever is changed in a text, it is composed or refused in words, at a place within it. */
    @Test
    void changedTextsEndWell() throws IOException {
        List<String> texts = cases().stream().map(WacTest::text).toList();
        var random = new Random(SEED);
        int composed = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String text = mutated(texts, random);
            String result = outcome("changed.wac", text);
            assertThat(result).as(text).isNotBlank();
            composed += result.startsWith("error") ? 0 : 1;
        }
        assertThat(composed).isBetween(1, MUTATIONS - 1);
    }

    @Test
    void nestingIsBounded() {
        String deep = "package a:b;\nlet x = " + "(".repeat(100_000) + "y";
        assertThat(outcome("deep.wac", deep)).contains("the nesting of expressions goes beyond the limit of 100");
        String nested = "package a:b;\nlet x = " + "new a:c { d: ".repeat(100_000);
        assertThat(outcome("deep.wac", nested)).contains("the nesting of expressions goes beyond the limit of 100");
        String accesses = "package a:b;\nlet x = y" + ".z".repeat(100_000) + ";";
        assertThat(outcome("deep.wac", accesses)).contains("the number of accesses goes beyond the limit of 100");
        assertThat(outcome("deep.wac", "/*".repeat(100_000))).contains("this comment is not closed");
    }

    @Test
    void drawsForGraphviz() {
        Wac wac = Wac.read(new Source("shared.wac", text("shared.wac")), dependencies());
        assertThat(wac.drawing().dot())
                .startsWith("digraph composition {")
                .contains("n0 [label=\"store = test:store\"];", "n1 -> n2 [label=\"test:mid/factory\"];")
                .endsWith("}\n");
    }

    @Test
    void importsTheComponentsInsteadOfHoldingThem() {
        Wac wac = Wac.read(new Source("shared.wac", text("shared.wac")), dependencies());
        Composition importing = wac.compose(Wac.Components.IMPORTED);
        assertThat(importing.imports())
                .containsExactly("unlocked-dep=<test:store>", "unlocked-dep=<test:mid>", "unlocked-dep=<test:app>");
        assertThat(importing.exports()).containsExactly("run");
        assertThat(importing.bytes().size()).isLessThan(wac.compose().bytes().size());
    }

    @Test
    void drawsAPictureThatNeedsNothingElse() throws Exception {
        String svg = Wac.read(new Source("shared.wac", text("shared.wac")), dependencies()).drawing().svg();
        var picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(4);
        assertThat(svg).contains("store = test:store", "export run", ">test:mid/factory</text>").doesNotContain("href");
    }

    private static String mutated(List<String> texts, Random random) {
        var text = new StringBuilder(texts.get(random.nextInt(texts.size())));
        String other = texts.get(random.nextInt(texts.size()));
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            int length = Math.min(1 + random.nextInt(12), text.length() - at);
            int from = random.nextInt(other.length());
            String piece = other.substring(from, Math.min(from + random.nextInt(20), other.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.insert(at, piece);
                case 2 -> text.replace(at, at + length, piece);
                default -> text.setCharAt(at, (char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
            }
            if (text.isEmpty()) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static String outcome(String name, String text) {
        try {
            Wac wac = Wac.read(new Source(name, text), dependencies());
            Composition composed = wac.compose();
            var type = ComponentValidator.validate(
                    ComponentDecoder.decode(composed.bytes().toByteArray()));
            return wac.drawing().text() + "\n" + WitText.of(type);
        } catch (WacException e) {
            return "error: " + e.report() + "\n";
        } catch (WitException e) {
            assertThat(e.problem().span().end()).isLessThanOrEqualTo(e.problem().span().source().text().length());
            return "error: " + Report.of(e.problem()) + "\n";
        }
    }

    private static Dependencies dependencies() {
        return new Dependencies().below(CASES.resolve("deps"));
    }

    private static String text(String name) {
        try {
            return Files.readString(CASES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
