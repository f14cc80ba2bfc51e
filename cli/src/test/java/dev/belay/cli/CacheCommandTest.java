package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The build gives these tests a cache of their own. */
class CacheCommandTest {
    private static final String CALLEE = "../bench/guests/callee/callee.wasm";

    @Test
    void listsWhatACallLeavesAndCleansItUp() {
        clean();
        assertThat(CliRun.belay("invoke", CALLEE, "add(1, 2)").out()).isEqualTo("3\n");

        var listed = CliRun.belay("cache", "list");
        assertThat(listed.code()).isZero();
        assertThat(listed.out().lines()).hasSizeGreaterThan(1).last().asString().contains("KiB, in ", "test-code-cache");
        assertThat(CliRun.belay("cache", "list", "--json").out()).startsWith("{\"directory\":").contains("\"lastUsed\":");

        assertThat(CliRun.belay("cache", "clean", "--older-than", "1d").out()).startsWith("deleted 0 entries");
        assertThat(CliRun.belay("cache", "list").out().lines()).hasSizeGreaterThan(1);
        clean();
        assertThat(CliRun.belay("cache", "list").out()).startsWith("0 entries, 0 bytes");
    }

    @Test
    void aCallWithoutCacheLeavesNothing() {
        clean();
        assertThat(CliRun.belay("invoke", CALLEE, "add(1, 2)", "--no-cache").out()).isEqualTo("3\n");
        assertThat(CliRun.belay("invoke", CALLEE, "add(1, 2)", "--compile=off").out()).isEqualTo("3\n");
        assertThat(CliRun.belay("cache", "list").out()).startsWith("0 entries");
    }

    @Test
    void compilesEagerlyIfAsked() {
        clean();
        for (int i = 0; i < 2; i++) {
            assertThat(CliRun.belay("invoke", CALLEE, "add(1, 2)", "--compile=eager").out()).isEqualTo("3\n");
        }
        assertThat(CliRun.belay("cache", "list").out()).doesNotStartWith("0 entries");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(CliRun.belay("cache", "list", "--older-than", "1d").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CliRun.belay("cache", "clean", "--older-than", "soon").errorLines().getFirst())
                .contains("--older-than", "'soon'");
        assertThat(CliRun.belay("invoke", CALLEE, "add(1, 2)", "--compile=never").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void isBelowTheUsersCacheDirectoryUnlessNamed() {
        assertThat(CacheLocation.find(Map.of(), "/home/me")).contains(Path.of("/home/me/.cache/belay/code"));
        assertThat(CacheLocation.find(Map.of("XDG_CACHE_HOME", "/c"), "/home/me")).contains(Path.of("/c/belay/code"));
        assertThat(CacheLocation.find(Map.of("XDG_CACHE_HOME", "c"), "/home/me"))
                .contains(Path.of("/home/me/.cache/belay/code"));
        assertThat(CacheLocation.find(Map.of("BELAY_CACHE", "/b", "XDG_CACHE_HOME", "/c"), "/home/me"))
                .contains(Path.of("/b"));
        assertThat(CacheLocation.find(Map.of("BELAY_CACHE", "off"), "/home/me")).isEmpty();
        assertThat(CacheLocation.find(Map.of(), "")).isEmpty();
        assertThat(CacheLocation.components(Map.of(), "/home/me")).contains(Path.of("/home/me/.cache/belay/components"));
        assertThat(CacheLocation.components(Map.of("BELAY_CACHE", "/b"), "/home/me")).contains(Path.of("/b/components"));
        assertThat(CacheLocation.components(Map.of("BELAY_CACHE", "off"), "/home/me")).isEmpty();
    }

    private static void clean() {
        assertThat(CliRun.belay("cache", "clean").code()).isZero();
    }
}
