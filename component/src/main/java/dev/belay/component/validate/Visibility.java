package dev.belay.component.validate;

import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The types of a component that have a name outside: "External Visibility of Types" of {@code design/mvp/Explainer.md}.
 *
 * <p>Imports may use imported types, exports imported and exported ones.
 */
final class Visibility {
    private final Set<AnyType> imported = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<AnyType> exported = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Registers the types that an import names; false if it uses one that no import names. */
    boolean imports(ExternType type) {
        return new Pass(imported, Set.of()).register(type);
    }

    /** Registers the types that an export names; false if it uses one that no import and no export names. */
    boolean exports(ExternType type) {
        return new Pass(exported, imported).register(type);
    }

    /** Looks at each part of a type once, however often it occurs. */
    private static final class Pass {
        private final Set<AnyType> named;
        private final Set<AnyType> alsoNamed;
        private final Set<AnyType> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        Pass(Set<AnyType> named, Set<AnyType> alsoNamed) {
            this.named = named;
            this.alsoNamed = alsoNamed;
        }

        boolean register(ExternType type) {
            return switch (type) {
                case ExternType.AbstractResource t -> {
                    named.add(t.variable());
                    yield true;
                }
                case ExternType.TypeEq t -> {
                    boolean visible = firstLayer(t.type());
                    named.add(t.type());
                    yield visible;
                }
                case ExternType.Instance t -> {
                    boolean visible = true;
                    for (var export : t.type().exports().values()) {
                        visible &= register(export);
                    }
                    yield visible;
                }
                case ExternType.Func t -> function(t.type());
                case ExternType.Value t -> value(t.type());
                // These are closed: what they use, they name themselves.
                case ExternType.Component _, ExternType.Module _ -> true;
            };
        }

        /** A type that is about to be named needs no name, but what it is made of does. */
        private boolean firstLayer(AnyType type) {
            return switch (type) {
                case ValueType t -> parts(t);
                case FunctionType t -> function(t);
                case InstanceType t -> externs(t.exports().values());
                case ComponentType _, ResourceType _ -> true;
            };
        }

        private boolean externs(Collection<ExternType> types) {
            boolean visible = true;
            for (var type : types) {
                visible &= switch (type) {
                    case ExternType.TypeEq t -> {
                        boolean parts = firstLayer(t.type());
                        named.add(t.type());
                        yield parts;
                    }
                    default -> register(type);
                };
            }
            return visible;
        }

        private boolean function(FunctionType type) {
            for (var param : type.params()) {
                if (!value(param.type())) {
                    return false;
                }
            }
            return type.result().isEmpty() || value(type.result().get());
        }

        private boolean value(ValueType type) {
            if (!seen.add(type)) {
                return true;
            }
            return switch (type) {
                case ValueType.Record _, ValueType.Variant _, ValueType.Flags _, ValueType.Enum _ -> isNamed(type);
                default -> parts(type);
            };
        }

        private boolean parts(ValueType type) {
            if (type instanceof ValueType.Own own) {
                return isNamed(own.resource());
            }
            if (type instanceof ValueType.Borrow borrow) {
                return isNamed(borrow.resource());
            }
            for (var part : ValueFacts.parts(type)) {
                if (!value(part)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isNamed(AnyType type) {
            return named.contains(type) || alsoNamed.contains(type);
        }
    }
}
