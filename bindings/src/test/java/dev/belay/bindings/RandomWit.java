package dev.belay.bindings;

import dev.belay.component.wit.WitTypes;
import dev.belay.wit.resolve.WitWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Worlds of interfaces with types of every kind, which mention each other. */
public final class RandomWit {
    private static final int INTERFACES = 12;
    /** Words that mean something to a language, or to generated code, among harmless ones. */
    private static final List<String> WORDS = List.of(
            "class", "default", "string", "object", "set", "optional", "value", "at", "new", "handle", "to-string", "hash-code",
            "address", "cabi", "integer", "override", "throwable", "element", "a-b", "x1", "wait", "error-code", "type", "result");
    private static final List<String> PRIMITIVES = List.of(
            "bool", "u8", "s8", "u16", "s16", "u32", "s32", "u64", "s64", "f32", "f64", "char", "string");

    private final Random random;
    private final List<String> known = new ArrayList<>();

    private RandomWit(long seed) {
        random = new Random(seed);
    }

    /** @return the same world for the same seed */
    public static WitWorld world(long seed) {
        return new RandomWit(seed).world();
    }

    private WitWorld world() {
        var wit = new StringBuilder("package test:random;\n");
        var world = new StringBuilder("world w {\n");
        for (int i = 0; i < INTERFACES; i++) {
            wit.append(type("i" + i));
            world.append(i % 2 == 0 ? "  import i" : "  export i").append(i).append(";\n");
        }
        return WitTypes.parse(wit.append(world).append("}\n").toString()).packages().root().worlds().get("w");
    }

    private String type(String name) {
        known.clear();
        var words = new ArrayList<>(WORDS);
        java.util.Collections.shuffle(words, random);
        var text = new StringBuilder("interface " + name + " {\n");
        for (int i = 0; i < 6; i++) {
            String type = words.get(i);
            text.append(switch (random.nextInt(5)) {
                case 0 -> "  record %" + type + " { " + fields(words) + " }\n";
                case 1 -> "  variant %" + type + " { " + cases(words) + " }\n";
                case 2 -> "  enum %" + type + " { %" + words.get(7) + ", %" + words.get(8) + " }\n";
                case 3 -> "  flags %" + type + " { %" + words.get(7) + ", %" + words.get(8) + " }\n";
                default -> "  type %" + type + " = " + mention(2) + ";\n";
            });
            known.add(type);
        }
        // A resource, which functions then are given and give.
        text.append("  resource %").append(words.get(9)).append(" { constructor(").append(params(words)).append("); %")
                .append(words.get(14)).append(": func(%").append(words.get(17)).append(": ").append(mention(2)).append(") -> ")
                .append(mention(2)).append("; }\n");
        known.add(words.get(9));
        for (int i = 10; i < 14; i++) {
            text.append("  %").append(words.get(i)).append(": func(").append(params(words)).append(") -> ").append(mention(3)).append(";\n");
        }
        return text.append("}\n").toString();
    }

    private String fields(List<String> words) {
        return "%" + words.get(15) + ": " + mention(2) + ", %" + words.get(16) + ": " + mention(1);
    }

    private String cases(List<String> words) {
        return "%" + words.get(random.nextInt(words.size() / 2)) + "(" + mention(2) + "), %" + words.get(words.size() - 1);
    }

    private String params(List<String> words) {
        return "%" + words.get(17) + ": " + mention(3) + ", %" + words.get(18) + ": " + mention(1);
    }

    private String mention(int depth) {
        int choice = random.nextInt(depth == 0 ? 2 : 6);
        if (choice == 0 || choice == 1 && known.isEmpty()) {
            return PRIMITIVES.get(random.nextInt(PRIMITIVES.size()));
        }
        return switch (choice) {
            case 1 -> "%" + known.get(random.nextInt(known.size()));
            case 2 -> "list<" + mention(depth - 1) + ">";
            case 3 -> "option<" + mention(depth - 1) + ">";
            case 4 -> "result<" + mention(depth - 1) + ", " + mention(depth - 1) + ">";
            default -> "tuple<" + mention(depth - 1) + ", " + mention(depth - 1) + ">";
        };
    }
}
