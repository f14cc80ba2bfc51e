package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Sort;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names that a {@code name} or {@code component-name} section gives to indices, for people to read.
 *
 * @param self the name of the module or component itself
 */
public record NameMaps(Optional<String> self, Map<Sort, Map<Integer, String>> names) {
    private static final Map<Integer, CoreSort> SECTIONS = Map.of(
            1, CoreSort.FUNC,
            4, CoreSort.TYPE,
            5, CoreSort.TABLE,
            6, CoreSort.MEMORY,
            7, CoreSort.GLOBAL,
            11, CoreSort.TAG);
    private static final NameMaps NONE = new NameMaps(Optional.empty(), Map.of());

    public static NameMaps none() {
        return NONE;
    }

    /** Of a core module's {@code name} section; what is malformed in it is left out, for it means nothing. */
    public static NameMaps ofModule(Bytes section) {
        return new Reading(section).read(false);
    }

    /** Of a component's {@code component-name} section. */
    public static NameMaps ofComponent(Bytes section) {
        return new Reading(section).read(true);
    }

    public Optional<String> of(Sort sort, int index) {
        return Optional.ofNullable(names.getOrDefault(sort, Map.of()).get(index));
    }

    private static final class Reading {
        private final ByteReader in;
        private Optional<String> self = Optional.empty();
        private final Map<Sort, Map<Integer, String>> names = new HashMap<>();

        Reading(Bytes section) {
            this.in = new ByteReader(section.array(), section.offset(), section.offset() + section.size());
        }

        NameMaps read(boolean component) {
            try {
                while (!in.atEnd()) {
                    int id = in.u8("a subsection");
                    int size = in.index("the size of a subsection");
                    if (size > in.remaining()) {
                        break;
                    }
                    var body = new ByteReader(in.file(), in.offset(), in.offset() + size);
                    in.bytes(size);
                    if (id == 0) {
                        self = Optional.of(body.name("a name"));
                    } else if (component && id == 1) {
                        add(new TypeReader(body).sort(), body);
                    } else if (!component && SECTIONS.containsKey(id)) {
                        add(new Sort.Core(SECTIONS.get(id)), body);
                    }
                }
            } catch (InvalidComponentException e) {
                // Names are for people only: those read so far still help.
                return new NameMaps(self, names);
            }
            return new NameMaps(self, names);
        }

        private void add(Sort sort, ByteReader body) {
            var map = names.computeIfAbsent(sort, _ -> new HashMap<>());
            body.vec("names", () -> map.put(body.index("an index"), body.name("a name")) == null);
        }
    }
}
