package dev.belay.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.platform.Specs;
import dev.belay.platform.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("journal");
    }

    private static ApplicationState state(String name, String component) {
        return ApplicationState.of(Specs.application(name, Specs.revision(Specs.part(component))));
    }

    private static void add(Journal journal, String name, String component) {
        journal.append("apply", "a test", Map.of(name, state(name, component)), List.of(), Map.of());
    }

    @Test
    void comesBackAsItWas() {
        DesiredState before;
        try (var journal = Journal.open(file)) {
            add(journal, "a", "1");
            add(journal, "b", "1");
            add(journal, "a", "2");
            journal.append("apply", "", Map.of(), List.of("b"), Map.of("payments", Specs.stack(Specs.part("h"))));
            before = journal.state();
        }
        try (var journal = Journal.open(file)) {
            assertThat(journal.state()).isEqualTo(before);
            assertThat(journal.state().applications()).containsOnlyKeys("a");
            assertThat(journal.history()).extracting(Change.Summary::sequence).containsExactly(4L, 3L, 2L, 1L);
            assertThat(journal.stateAt(2).orElseThrow().applications()).containsOnlyKeys("a", "b");
        }
    }

    /** Whatever is written of a change when the process ends, there is the state before or the state after. */
    @Test
    void aChangeIsThereWholeOrNotAtAll() throws IOException {
        try (var journal = Journal.open(file)) {
            add(journal, "a", "1");
        }
        int first = (int) Files.size(file);
        try (var journal = Journal.open(file)) {
            add(journal, "b", "1");
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = first; length <= whole.length; length = Math.min(length + 37, length == whole.length ? length + 1 : whole.length)) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (var journal = Journal.open(file)) {
                assertThat(journal.state().sequence()).as("%d bytes", length).isEqualTo(length == whole.length ? 2 : 1);
                add(journal, "c", "1");
            }
            try (var journal = Journal.open(file)) {
                assertThat(journal.state().applications()).containsKey("c");
            }
        }
    }

    @Test
    void aChangedByteIsTold() throws IOException {
        try (var journal = Journal.open(file)) {
            add(journal, "a", "1");
            add(journal, "b", "1");
        }
        byte[] whole = Files.readAllBytes(file);
        int half = whole.length / 2 - 20;
        for (int at = 0; at < half; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> Journal.open(file))
                    .as("byte %d", at)
                    .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CORRUPT));
        }
    }

    @Test
    void aLongJournalIsMadeShort() throws IOException {
        DesiredState before;
        try (var journal = Journal.open(file)) {
            for (int i = 0; i <= 1_000; i++) {
                journal.append("apply", "", Map.of("a", state("a", Integer.toString(i % 3))), List.of(), Map.of());
            }
            before = journal.state();
        }
        long size = Files.size(file);
        try (var journal = Journal.open(file)) {
            assertThat(journal.state()).isEqualTo(before);
            assertThat(Files.size(file)).isLessThan(size / 100);
            add(journal, "b", "1");
        }
        try (var journal = Journal.open(file)) {
            assertThat(journal.state().applications()).containsOnlyKeys("a", "b");
            assertThat(journal.state().sequence()).isEqualTo(before.sequence() + 1);
        }
    }

    @Test
    void revisionsBeforeAreKept() {
        ApplicationState first = state("a", "1");
        ApplicationState second = first.with(state("a", "2").spec());
        ApplicationState third = second.with(state("a", "3").spec());
        assertThat(third.previous()).containsExactly(second.spec().revision(), first.spec().revision());
        assertThat(third.with(first.spec()).previous()).containsExactly(third.spec().revision(), second.spec().revision());
    }
}
