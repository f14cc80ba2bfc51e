package dev.belay.component.model;

import java.util.List;
import java.util.Optional;

/** A type definition ({@code deftype} of the specification). */
public sealed interface Type {
    /** A type that values can have. */
    sealed interface Val extends Type {}

    record Prim(Primitive type) implements Val {}

    record Record(List<Field> fields) implements Val {
        public Record {
            fields = List.copyOf(fields);
        }
    }

    record Variant(List<Case> cases) implements Val {
        public Variant {
            cases = List.copyOf(cases);
        }
    }

    record ListOf(ValTypeRef element) implements Val {}

    record FixedList(ValTypeRef element, int length) implements Val {}

    record Tuple(List<ValTypeRef> types) implements Val {
        public Tuple {
            types = List.copyOf(types);
        }
    }

    record Flags(List<String> labels) implements Val {
        public Flags {
            labels = List.copyOf(labels);
        }
    }

    record Enum(List<String> labels) implements Val {
        public Enum {
            labels = List.copyOf(labels);
        }
    }

    record Option(ValTypeRef type) implements Val {}

    record Result(Optional<ValTypeRef> ok, Optional<ValTypeRef> error) implements Val {}

    record Own(int resource) implements Val {}

    record Borrow(int resource) implements Val {}

    record Stream(Optional<ValTypeRef> element) implements Val {}

    record Future(Optional<ValTypeRef> element) implements Val {}

    record MapOf(ValTypeRef key, ValTypeRef value) implements Val {}

    record Func(boolean async, List<Field> params, Optional<ValTypeRef> result) implements Type {
        public Func {
            params = List.copyOf(params);
        }
    }

    record Component(List<At<Decl>> decls) implements Type {
        public Component {
            decls = List.copyOf(decls);
        }
    }

    /** Holds no {@link Decl.Import}. */
    record Instance(List<At<Decl>> decls) implements Type {
        public Instance {
            decls = List.copyOf(decls);
        }
    }

    /**
     * A resource type of this component.
     *
     * @param rep the core type that represents it: {@code i32} or {@code i64}
     * @param dtor the core function that is called when the last handle goes
     */
    record Resource(CoreValType rep, Optional<Integer> dtor) implements Type {}

    /** A labelled type: a record's field or a function's parameter. */
    record Field(String label, ValTypeRef type) {}

    record Case(String label, Optional<ValTypeRef> type) {}
}
