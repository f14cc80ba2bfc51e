package dev.belay.runtime;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.runtime.internal.bind.HostObject;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An interface that the host implements: its name, its type and its functions.
 *
 * <p>The type's resource types are the host's own identities: two interfaces that name the same resource type share it.
 */
public final class HostInterface {
    private final String name;
    private final InstanceType type;
    private final Map<String, HostFunction> functions;
    private final Map<ResourceType, Consumer<Object>> destructors;

    private HostInterface(Builder builder) {
        this.name = builder.name;
        this.type = builder.type;
        this.functions = Collections.unmodifiableMap(new LinkedHashMap<>(builder.functions));
        this.destructors = Collections.unmodifiableMap(new HashMap<>(builder.destructors));
    }

    /**
     * @param name with a version where there is one, such as {@code wasi:io/streams@0.2.6}
     * @param type every function of it must be given an implementation
     */
    public static Builder builder(String name, InstanceType type) {
        return new Builder(name, type);
    }

    /**
     * An interface whose functions are the public methods of a Java object: {@code list-keys} is {@code listKeys}. A method
     * that takes a {@link HostCall} first gets the call. Parameters and results can be Java records, enums, sealed
     * interfaces of records (variants), Optional, List and arrays; a {@code result}'s error is thrown as {@link
     * dev.belay.runtime.value.ResultException}.
     *
     * @throws IllegalArgumentException if a function of the interface has no method
     */
    public static HostInterface of(String name, InstanceType type, Object implementation) {
        var builder = builder(name, type);
        type.exports().forEach((function, its) -> {
            if (its instanceof ExternType.Func(var functionType)) {
                builder.func(function, HostObject.function(implementation, function, functionType));
            }
        });
        return builder.build();
    }

    public String name() {
        return name;
    }

    public InstanceType type() {
        return type;
    }

    public Optional<HostFunction> function(String functionName) {
        return Optional.ofNullable(functions.get(functionName));
    }

    /** What to do with a host object when the guest drops the last handle to it, by resource type. */
    public Map<ResourceType, Consumer<Object>> destructors() {
        return destructors;
    }

    /** Collects the implementation of an interface. */
    public static final class Builder {
        private final String name;
        private final InstanceType type;
        private final Map<String, HostFunction> functions = new LinkedHashMap<>();
        private final Map<ResourceType, Consumer<Object>> destructors = new HashMap<>();

        private Builder(String name, InstanceType type) {
            this.name = name;
            this.type = type;
        }

        /**
         * @param function as the component model names it: {@code now}, {@code [method]input-stream.read}, {@code
         *     [static]…}, {@code [constructor]…}
         * @throws IllegalArgumentException if the interface has no such function
         */
        public Builder func(String function, HostFunction implementation) {
            if (!(type.exports().get(function) instanceof ExternType.Func)) {
                throw new IllegalArgumentException("interface " + name + " has no function '" + function + "'; it has "
                        + type.exports().keySet());
            }
            functions.put(function, implementation);
            return this;
        }

        /**
         * @param destructor called with the host object when the guest drops its last handle
         * @throws IllegalArgumentException if the interface has no such resource
         */
        public <T> Builder resource(String resource, Class<T> javaType, Consumer<T> destructor) {
            ResourceType identity =
                    switch (type.exports().get(resource)) {
                        case ExternType.AbstractResource r -> r.variable();
                        case ExternType.TypeEq(ResourceType r) -> r;
                        case null, default -> throw new IllegalArgumentException(
                                "interface " + name + " has no resource '" + resource + "'");
                    };
            destructors.put(identity, object -> destructor.accept(javaType.cast(object)));
            return this;
        }

        /**
         * @throws IllegalStateException if a function of the interface has no implementation
         */
        public HostInterface build() {
            type.exports().forEach((function, its) -> {
                if (its instanceof ExternType.Func && !functions.containsKey(function)) {
                    throw new IllegalStateException("interface " + name + ": function '" + function
                            + "' has no implementation; add .func(\"" + function + "\", …)");
                }
            });
            return new HostInterface(this);
        }
    }
}
