package dev.belay.wit.syntax;

import java.util.List;
import java.util.Optional;

/** The definition of a named type, in an interface or a world. */
public sealed interface TypeItem extends Member, WorldMember {
    @Override
    Meta meta();

    Id name();

    /** {@code type name = type}. */
    record Alias(Meta meta, Id name, TypeExpr type) implements TypeItem {}

    record Record(Meta meta, Id name, List<Field> fields) implements TypeItem {
        public Record {
            fields = List.copyOf(fields);
        }
    }

    record Variant(Meta meta, Id name, List<Case> cases) implements TypeItem {
        public Variant {
            cases = List.copyOf(cases);
        }
    }

    record Enum(Meta meta, Id name, List<Label> cases) implements TypeItem {
        public Enum {
            cases = List.copyOf(cases);
        }
    }

    record Flags(Meta meta, Id name, List<Label> flags) implements TypeItem {
        public Flags {
            flags = List.copyOf(flags);
        }
    }

    record Resource(Meta meta, Id name, List<Method> methods) implements TypeItem {
        public Resource {
            methods = List.copyOf(methods);
        }
    }

    /** A case of a variant. */
    record Case(Meta meta, Id name, Optional<TypeExpr> type) {}

    /** A function of a resource. A constructor's name is {@code constructor}; its result is there if it was written. */
    record Method(Meta meta, MethodKind kind, Id name, FuncType type) {}

    enum MethodKind {
        CONSTRUCTOR,
        METHOD,
        STATIC
    }
}
