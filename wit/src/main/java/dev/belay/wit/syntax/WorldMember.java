package dev.belay.wit.syntax;

import java.util.List;

/** What can stand in a world. */
public sealed interface WorldMember permits WorldMember.Extern, WorldMember.Include, Member.Use, TypeItem {
    Meta meta();

    /** An import or export. */
    record Extern(Meta meta, Direction direction, Target target) implements WorldMember {}

    record Include(Meta meta, UsePath path, List<Member.Renaming> renamings) implements WorldMember {
        public Include {
            renamings = List.copyOf(renamings);
        }
    }

    enum Direction {
        IMPORT("import"),
        EXPORT("export");

        private final String keyword;

        Direction(String keyword) {
            this.keyword = keyword;
        }

        public String keyword() {
            return keyword;
        }
    }

    /** What is imported or exported, and under which name. */
    sealed interface Target {
        /** An interface under its own name. */
        record Interface(UsePath path) implements Target {}

        /** {@code name: path}: an interface under a plain name. */
        record Implements(Id name, UsePath path) implements Target {}

        record Func(Id name, FuncType type) implements Target {}

        record Inline(Id name, List<Member> members) implements Target {
            public Inline {
                members = List.copyOf(members);
            }
        }
    }
}
