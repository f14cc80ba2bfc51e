package dev.belay.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.component.wit.WitBinary;
import dev.belay.component.wit.WitTypes;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.WitWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is generated is held in files beside the WIT: {@code -Dbelay.golden=write} writes them anew. */
class BindingsTest {
    private static final Path CASES = Path.of("src/test/resources/dev/belay/bindings");
    private static final Path LIBRARY = Path.of("../guest");

    @Test
    void guestsOfEveryTypeAreAsExpected() throws IOException {
        List<JavaFile> files = everything(GuestBindings.of(world(CASES.resolve("shop.wit")), "", Map.of()));
        assertThat(Compiled.errors(files)).hasSize(2).allMatch(error -> error.contains("package com.acme does not exist"));
        compare(files, CASES.resolve("shop.guest.txt"));
    }

    @Test
    void hostsOfEveryTypeAreAsExpected() throws IOException {
        List<JavaFile> files = HostBindings.of(world(CASES.resolve("shop.wit")), "com.acme");
        assertThat(Compiled.errors(files)).isEmpty();
        compare(files, CASES.resolve("shop.host.txt"));
    }

    @Test
    void theLibrarysBindingsAreCurrent() throws IOException {
        for (JavaFile file : GuestBindings.of(world(LIBRARY.resolve("wit")), "dev.belay.guest", Map.of()).api()) {
            Path path = LIBRARY.resolve("src/main/java").resolve(file.path());
            if ("write".equals(System.getProperty("belay.golden"))) {
                Files.writeString(path, file.text());
            }
            assertThat(Files.readString(path)).as(file.path()).isEqualTo(file.text());
        }
    }

    /** What middleware was given it can hand on; not resources, which are of another type on its other side. */
    @Test
    void whatIsImportedAndExportedHasOneSetOfTypes() throws IOException {
        assertThat(exported("record r { x: list<option<string>> } f: func(r: r) -> result<r, list<r>>;"))
                .contains("Result<a.b.I.R, List<a.b.I.R>> f(a.b.I.R r);")
                .doesNotContain("record");
        assertThat(exported("resource s; record r { x: list<option<s>> } f: func(r: r);"))
                .contains("record R(", "void f(R r);");
    }

    private static String exported(String items) throws IOException {
        WitWorld world = WitTypes.parse("package a:b; interface i { " + items + " } world w { import i; export i; }")
                .packages().root().worlds().get("w");
        List<JavaFile> files = everything(GuestBindings.of(world, "", Map.of()));
        assertThat(Compiled.errors(files)).allMatch(error -> error.contains("package com.acme does not exist"));
        return files.stream().filter(f -> f.path().endsWith("exports/I.java")).findFirst().orElseThrow().text();
    }

    @Test
    void whatHasNoJavaIsRefusedWhereItStands() throws IOException {
        refused(world(CASES.resolve("unbound.wit")), true, CASES.resolve("unbound.guest.txt"));
        refused(world(CASES.resolve("unbound.wit")), false, CASES.resolve("unbound.host.txt"));
    }

    private static void refused(WitWorld world, boolean guest, Path golden) throws IOException {
        var refused = assertThrows(BindingsException.class, () -> {
            if (guest) {
                GuestBindings.of(world, "", Map.of());
            } else {
                HostBindings.of(world, "");
            }
        });
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.writeString(golden, refused.getMessage() + "\n");
        }
        assertThat(refused.getMessage() + "\n").isEqualTo(Files.readString(golden));
    }

    private static List<JavaFile> everything(GuestBindings bindings) {
        var implementations = new HashMap<String, String>();
        bindings.toImplement().forEach((export, type) -> implementations.put(export, "com.acme.Missing"));
        var files = new ArrayList<>(bindings.api());
        files.addAll(bindings.exports(implementations));
        return files;
    }

    private static WitWorld world(Path wit) {
        return WitBinary.load(wit, Features.all()).root().worlds().values().iterator().next();
    }

    private static void compare(List<JavaFile> files, Path golden) throws IOException {
        String all = files.stream().map(f -> "=== " + f.path() + "\n" + f.text()).collect(Collectors.joining("\n"));
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.writeString(golden, all);
        }
        assertThat(all).isEqualTo(Files.readString(golden));
    }
}
