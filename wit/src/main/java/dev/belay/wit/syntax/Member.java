package dev.belay.wit.syntax;

import java.util.List;
import java.util.Optional;

/** What can stand in an interface. */
public sealed interface Member permits Member.Use, Member.Func, TypeItem {
    Meta meta();

    /** {@code use path.{a, b as c}}. */
    record Use(Meta meta, UsePath path, List<Renaming> names) implements Member, WorldMember {
        public Use {
            names = List.copyOf(names);
        }
    }

    record Func(Meta meta, Id name, FuncType type) implements Member {}

    /** {@code name as alias}, or {@code name} alone. */
    record Renaming(Id name, Optional<Id> alias) {
        /** What it is called where the renaming stands. */
        public Id local() {
            return alias.isPresent() ? alias.get() : name;
        }
    }
}
