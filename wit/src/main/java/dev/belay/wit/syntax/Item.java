package dev.belay.wit.syntax;

import java.util.List;
import java.util.Optional;

/** What can stand at the top of a file or in a nested package. */
public sealed interface Item {
    /** {@code use path as alias}: a name for an interface or world, within this file. */
    record Use(UsePath path, Optional<Id> alias) implements Item {}

    record Interface(Meta meta, Id name, List<Member> members) implements Item {
        public Interface {
            members = List.copyOf(members);
        }
    }

    record World(Meta meta, Id name, List<WorldMember> members) implements Item {
        public World {
            members = List.copyOf(members);
        }
    }

    /** {@code package a:b { … }}; holds no other package. */
    record Package(Meta meta, PackageName name, List<Item> items) implements Item {
        public Package {
            items = List.copyOf(items);
        }
    }
}
