package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Meta;

/** What a world imports or exports under some name. */
public sealed interface WorldItem {
    /** What stands before the import or export. */
    Meta meta();

    /** A word for messages. */
    String kind();

    record Func(Meta meta, WitFunction function) implements WorldItem {
        @Override
        public String kind() {
            return "function";
        }
    }

    /**
     * An interface under its own name, under a plain one ({@code import primary: store}), or written in the world.
     */
    record Interface(Meta meta, WitInterface type) implements WorldItem {
        @Override
        public String kind() {
            return "interface";
        }
    }

    /** A type of the world; always among the imports. */
    record Type(Meta meta, WitType type) implements WorldItem {
        @Override
        public String kind() {
            return "type";
        }
    }
}
