package dev.belay.bindings.internal.glue;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A type where one is mentioned, without names that only stand for another. */
public sealed interface Type {
    /** What the canonical ABI makes of it, as far as memory and core values show: a handle is a number. */
    ValueType abi();

    /** A number, a truth value or a character. */
    record Scalar(Primitive primitive) implements Type {
        /** As WIT has it: {@code u32}. */
        public String keyword() {
            return primitive.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public ValueType abi() {
            return new ValueType.Prim(primitive);
        }
    }

    record Text() implements Type {
        @Override
        public ValueType abi() {
            return new ValueType.Prim(Primitive.STRING);
        }
    }

    record ListOf(Type element) implements Type {
        @Override
        public ValueType abi() {
            return new ValueType.ListOf(element.abi());
        }
    }

    record Option(Type some) implements Type {
        @Override
        public ValueType abi() {
            return new ValueType.Option(some.abi());
        }
    }

    record Result(Optional<Type> ok, Optional<Type> error) implements Type {
        @Override
        public ValueType abi() {
            return new ValueType.Result(ok.map(Type::abi), error.map(Type::abi));
        }
    }

    record Tuple(List<Type> types) implements Type {
        @Override
        public ValueType abi() {
            return new ValueType.Tuple(types.stream().map(Type::abi).toList());
        }
    }

    /** A record, a variant, an enum or flags. */
    record Named(Declared type) implements Type {
        @Override
        public ValueType abi() {
            return type.abi();
        }
    }

    /** A resource. */
    record Handle(Declared resource, boolean owned) implements Type {
        @Override
        public ValueType abi() {
            return new ValueType.Prim(Primitive.U32);
        }
    }

    /** Whether it has pointers or handles in it: what somebody has to free. */
    default boolean holds() {
        return switch (this) {
            case Scalar _ -> false;
            case Text _, ListOf _, Handle _ -> true;
            case Option(var some) -> some.holds();
            case Result(var ok, var error) -> ok.filter(Type::holds).isPresent() || error.filter(Type::holds).isPresent();
            case Tuple(var types) -> types.stream().anyMatch(Type::holds);
            case Named(var declared) -> declared.payloads().stream().anyMatch(Type::holds);
        };
    }

    /** Whether it has handles in it. */
    default boolean holdsHandles() {
        return switch (this) {
            case Scalar _, Text _ -> false;
            case Handle _ -> true;
            case ListOf(var element) -> element.holdsHandles();
            case Option(var some) -> some.holdsHandles();
            case Result(var ok, var error) ->
                ok.filter(Type::holdsHandles).isPresent() || error.filter(Type::holdsHandles).isPresent();
            case Tuple(var types) -> types.stream().anyMatch(Type::holdsHandles);
            case Named(var declared) -> declared.payloads().stream().anyMatch(Type::holdsHandles);
        };
    }
}
