package dev.belay.component.type;

import dev.belay.component.model.Primitive;
import java.util.List;
import java.util.Optional;

/** A type that values can have. */
public sealed interface ValueType extends AnyType {
    ValueType BOOL = new Prim(Primitive.BOOL);
    ValueType S8 = new Prim(Primitive.S8);
    ValueType U8 = new Prim(Primitive.U8);
    ValueType S16 = new Prim(Primitive.S16);
    ValueType U16 = new Prim(Primitive.U16);
    ValueType S32 = new Prim(Primitive.S32);
    ValueType U32 = new Prim(Primitive.U32);
    ValueType S64 = new Prim(Primitive.S64);
    ValueType U64 = new Prim(Primitive.U64);
    ValueType F32 = new Prim(Primitive.F32);
    ValueType F64 = new Prim(Primitive.F64);
    ValueType CHAR = new Prim(Primitive.CHAR);
    ValueType STRING = new Prim(Primitive.STRING);

    record Prim(Primitive primitive) implements ValueType {
        @Override
        public String toString() {
            return primitive.text();
        }
    }

    record Record(List<Field> fields) implements ValueType {
        public Record {
            fields = List.copyOf(fields);
        }
    }

    record Variant(List<Case> cases) implements ValueType {
        public Variant {
            cases = List.copyOf(cases);
        }
    }

    record ListOf(ValueType element) implements ValueType {}

    record FixedList(ValueType element, int length) implements ValueType {}

    record Tuple(List<ValueType> types) implements ValueType {
        public Tuple {
            types = List.copyOf(types);
        }
    }

    record Flags(List<String> labels) implements ValueType {
        public Flags {
            labels = List.copyOf(labels);
        }
    }

    record Enum(List<String> labels) implements ValueType {
        public Enum {
            labels = List.copyOf(labels);
        }
    }

    record Option(ValueType type) implements ValueType {}

    record Result(Optional<ValueType> ok, Optional<ValueType> error) implements ValueType {}

    record Own(ResourceType resource) implements ValueType {}

    record Borrow(ResourceType resource) implements ValueType {}

    record Stream(Optional<ValueType> element) implements ValueType {}

    record Future(Optional<ValueType> element) implements ValueType {}

    record MapOf(ValueType key, ValueType value) implements ValueType {}

    record Field(String label, ValueType type) {}

    record Case(String label, Optional<ValueType> type) {}

    static ValueType of(Primitive primitive) {
        return new Prim(primitive);
    }
}
