package dev.belay.conformance.fuzz;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.At;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes new binaries of those of a corpus: bytes changed in place, moved about, or whole definitions moved about. */
final class Mutator {
    private static final int MAX_CHANGES = 4;
    private static final int MAX_RANGE = 64;
    private static final int MAX_BYTES = 64 << 10;
    /** Ends of ranges of LEB128 numbers, and bytes that start definitions. */
    private static final int[] TELLING = {0x00, 0x01, 0x02, 0x03, 0x05, 0x0b, 0x10, 0x40, 0x41, 0x42, 0x50, 0x60, 0x7f,
        0x80, 0xff, 0xfb, 0xfc, 0xfd, 0x73, 0x64, 0x65, 0x66, 0x68, 0x69};

    private final List<byte[]> corpus;
    private final RandomGenerator random;

    Mutator(List<byte[]> corpus, RandomGenerator random) {
        this.corpus = corpus;
        this.random = random;
    }

    byte[] next() {
        byte[] bytes = any(corpus);
        int kind = random.nextInt(10);
        if (kind < 4) {
            bytes = structure(bytes).orElse(bytes);
        }
        if (kind > 2) {
            bytes = kind < 9 ? inPlace(bytes) : moved(bytes);
        }
        return bytes;
    }

    private byte[] inPlace(byte[] original) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(1, MAX_CHANGES + 1); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
                case 1 -> (byte) (bytes[at] + random.nextInt(-3, 4));
                case 2 -> (byte) TELLING[random.nextInt(TELLING.length)];
                default -> (byte) random.nextInt(256);
            };
        }
        return bytes;
    }

    /** Inserts, removes or copies a range; lengths that count it are wrong then. */
    private byte[] moved(byte[] bytes) {
        byte[] other = random.nextBoolean() ? bytes : any(corpus);
        int at = random.nextInt(bytes.length + 1);
        int from = random.nextInt(other.length);
        int length = random.nextInt(Math.min(MAX_RANGE, other.length - from) + 1);
        int removed = random.nextInt(3) == 0 ? 0 : random.nextInt(Math.min(MAX_RANGE, bytes.length - at) + 1);
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        if (random.nextInt(3) != 0) {
            out.write(other, from, length);
        }
        if (random.nextInt(20) != 0) {
            out.write(bytes, at + removed, bytes.length - at - removed);
        }
        return out.size() == 0 || out.size() > MAX_BYTES ? bytes : out.toByteArray();
    }

    private Optional<byte[]> structure(byte[] bytes) {
        var component = decoded(bytes);
        var other = decoded(any(corpus));
        if (component.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        byte[] encoded = ComponentEncoder.encode(changed(component.get(), other.get()));
        return encoded.length > MAX_BYTES ? Optional.empty() : Optional.of(encoded);
    }

    private ComponentBinary changed(ComponentBinary component, ComponentBinary other) {
        var sections = new ArrayList<>(component.sections());
        for (int i = random.nextInt(1, MAX_CHANGES); i > 0; i--) {
            if (sections.isEmpty() || random.nextInt(4) == 0) {
                if (!other.sections().isEmpty()) {
                    sections.add(random.nextInt(sections.size() + 1), any(other.sections()));
                }
                continue;
            }
            int at = random.nextInt(sections.size());
            switch (random.nextInt(4)) {
                case 0 -> sections.remove(at);
                case 1 -> sections.add(sections.get(at));
                case 2 -> Collections.swap(sections, at, random.nextInt(sections.size()));
                default -> sections.set(at, At.nowhere(changed(sections.get(at).it(), other)));
            }
        }
        return ComponentBinary.of(sections);
    }

    private Section changed(Section section, ComponentBinary other) {
        return switch (section) {
            case Section.Component s -> new Section.Component(changed(s.component(), other));
            case Section.CoreInstances s -> new Section.CoreInstances(list(s.items()));
            case Section.CoreTypes s -> new Section.CoreTypes(list(s.items()));
            case Section.Instances s -> new Section.Instances(list(s.items()));
            case Section.Aliases s -> new Section.Aliases(list(s.items()));
            case Section.Types s -> new Section.Types(list(s.items()));
            case Section.Canons s -> new Section.Canons(list(s.items()));
            case Section.Imports s -> new Section.Imports(list(s.items()));
            case Section.Exports s -> new Section.Exports(list(s.items()));
            default -> section;
        };
    }

    private <T> List<T> list(List<T> items) {
        var changed = new ArrayList<>(items);
        if (!changed.isEmpty()) {
            int at = random.nextInt(changed.size());
            switch (random.nextInt(3)) {
                case 0 -> changed.remove(at);
                case 1 -> changed.add(changed.get(at));
                default -> Collections.swap(changed, at, random.nextInt(changed.size()));
            }
        }
        return changed;
    }

    private static Optional<ComponentBinary> decoded(byte[] bytes) {
        try {
            return Optional.of(ComponentDecoder.decode(bytes));
        } catch (InvalidComponentException e) {
            // Some of the corpus are there for being malformed.
            return Optional.empty();
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
