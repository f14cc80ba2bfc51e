package dev.belay.cli;

import dev.belay.platform.registry.ComponentCache;
import dev.belay.platform.store.BlobStore;
import dev.belay.runtime.CodeCache;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cache",
        mixinStandardHelpOptions = true,
        description = "Lists or cleans up the compiled code that is kept for the next start, and components out of registries.",
        footer = {
            "",
            "Examples:",
            "  belay cache list",
            "  belay cache list --json",
            "  belay cache clean --older-than 30d",
            "  belay cache clean",
            "",
            "It is in $BELAY_CACHE or, without that, in belay/code below $XDG_CACHE_HOME or ~/.cache, with components beside it.",
            "BELAY_CACHE=off keeps nothing. Whatever is deleted is compiled, or fetched, again when it is needed."
        })
final class CacheCommand implements Callable<Integer> {
    private static final int SHOWN_DIGITS = 16;

    private enum Action {
        list,
        clean
    }

    @Parameters(paramLabel = "list|clean", description = "What to do.")
    private Action action = Action.list;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Option(names = "--older-than", paramLabel = "TIME", converter = Units.OfAge.class,
            description = "Clean up only what was not used for so long: 30d, 12h.")
    private Optional<Duration> olderThan = Optional.empty();

    private final Streams streams;

    CacheCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var directory = CacheLocation.find().orElseThrow(() -> new Failure(
                "there is no cache: " + CacheLocation.VARIABLE + " is off, or the user has no home directory"));
        var code = CodeCache.at(directory);
        var components = ComponentCache.at(CacheLocation.components().orElseThrow());
        try {
            var entries = new ArrayList<Entry>();
            switch (action) {
                case list -> {
                    requireNoAge();
                    code.list().forEach(each -> entries.add(Entry.of(each)));
                    components.list().forEach(each -> entries.add(Entry.of(each)));
                }
                case clean -> {
                    code.clean(before()).forEach(each -> entries.add(Entry.of(each)));
                    components.clean(before()).forEach(each -> entries.add(Entry.of(each)));
                }
            }
            if (json) {
                printJson(String.valueOf(directory), entries);
            } else {
                print(String.valueOf(directory), entries);
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failure(Files.describe(e));
        }
    }

    /** @param lastUsed of components, when they were fetched */
    private record Entry(String kind, String name, long bytes, Instant lastUsed) {
        static Entry of(CodeCache.Entry code) {
            return new Entry("code", code.name(), code.bytes(), code.lastUsed());
        }

        static Entry of(BlobStore.Listed component) {
            return new Entry("component", component.digest().hex(), component.bytes(), component.written());
        }
    }

    private void requireNoAge() {
        if (olderThan.isPresent()) {
            throw new Failure("--older-than is for 'belay cache clean'", ExitCode.USAGE);
        }
    }

    private Instant before() {
        Instant now = Instant.now();
        try {
            return olderThan.map(now::minus).orElse(Instant.MAX);
        } catch (DateTimeException | ArithmeticException _) {
            return Instant.MIN; // longer ago than there is time
        }
    }

    private void print(String directory, List<Entry> entries) {
        entries.forEach(entry -> streams.out().printf(
                "%s  %10s  %s  %s%n",
                entry.name().substring(0, SHOWN_DIGITS),
                Worded.size(entry.bytes()),
                entry.lastUsed().truncatedTo(ChronoUnit.SECONDS),
                entry.kind()));
        streams.out().println((action == Action.clean ? "deleted " : "") + entries.size()
                + (entries.size() == 1 ? " entry, " : " entries, ") + Worded.size(bytes(entries)) + ", in " + directory);
    }

    private void printJson(String directory, List<Entry> entries) {
        var result = new LinkedHashMap<String, Object>();
        result.put("directory", directory);
        result.put("bytes", bytes(entries));
        result.put(action == Action.clean ? "deleted" : "entries", entries.stream()
                .map(entry -> {
                    var each = new LinkedHashMap<String, Object>();
                    each.put("kind", entry.kind());
                    each.put("name", entry.name());
                    each.put("bytes", entry.bytes());
                    each.put("lastUsed", entry.lastUsed().toString());
                    return (Map<String, Object>) each;
                })
                .toList());
        Json.print(result, streams);
    }

    private static long bytes(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }
}
