package dev.belay.wasi.virt;

import dev.belay.component.abi.AddressType;
import dev.belay.component.abi.CoreSignature;
import dev.belay.component.abi.Layout;
import dev.belay.component.binary.CoreModuleBuilder;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Exports every function of some interfaces, and denies: what can fail fails with the error that comes closest, an optional
 * value is none, a handle is to a resource that can do nothing, and what can only succeed traps.
 */
final class DenyModule {
    /** The labels of errors that say so, the best first; they are looked for in enums and variants. */
    private static final List<String> DENIED =
            List.of("access-denied", "HTTP-request-denied", "not-permitted", "access", "forbidden", "unsupported");

    private static final int ALIGNMENT = 8;
    /** 1 MiB: room for any name, header or address; a host gives pages when they are touched. */
    private static final int PAGES = 16;
    private static final CoreType.Func NEW = new CoreType.Func(List.of(CoreValType.I32), List.of(CoreValType.I32));

    private final CoreModuleBuilder module = new CoreModuleBuilder();
    private final Map<ResourceType, Integer> makers = new IdentityHashMap<>();
    private int nextAddress = ALIGNMENT;

    private DenyModule() {}

    /** @param interfaces the names of those exports of the world that are to deny */
    static byte[] of(ComponentType world, Set<String> interfaces) {
        return new DenyModule().build(world, interfaces);
    }

    private byte[] build(ComponentType world, Set<String> interfaces) {
        each(world, interfaces, (name, type) -> type.exports().forEach((item, export) -> {
            // Imports come before all functions: one for each resource that some function gives away.
            if (export instanceof ExternType.AbstractResource(var resource) && isGiven(type, resource)) {
                makers.put(resource.origin(), module.importFunction("[export]" + name, "[resource-new]" + item, NEW));
            }
        }));
        each(world, interfaces, (name, type) -> type.exports().forEach((item, export) -> {
            if (export instanceof ExternType.Func(FunctionType function)) {
                module.export(name + "#" + item, CoreSort.FUNC, deny(function));
            }
        }));
        module.memory(CoreType.Limits.of(PAGES));
        module.export("memory", CoreSort.MEMORY, 0);
        // Parameters are never looked at, so that they may all be in the same place.
        module.export("cabi_realloc", CoreSort.FUNC, allocator());
        return module.build().toByteArray();
    }

    private interface Visitor {
        void visit(String name, InstanceType type);
    }

    private static void each(ComponentType world, Set<String> interfaces, Visitor visitor) {
        world.exports().forEach((name, type) -> {
            if (interfaces.contains(name) && type instanceof ExternType.Instance(InstanceType instance)) {
                visitor.visit(name, instance);
            }
        });
    }

    private static boolean isGiven(InstanceType type, ResourceType resource) {
        return type.exports().values().stream()
                .anyMatch(export -> export instanceof ExternType.Func(FunctionType function)
                        && function.result().orElse(null) instanceof ValueType.Own(var given)
                        && given.origin() == resource.origin());
    }

    private int deny(FunctionType type) {
        var signature = CoreSignature.of(type, AddressType.I32);
        CoreType.Func lifted = signature.lifted();
        if (type.result().isEmpty()) {
            return module.function(lifted, body -> {});
        }
        ValueType result = type.result().get();
        if (result instanceof ValueType.Own(var resource) && makers.containsKey(resource.origin())) {
            int maker = makers.get(resource.origin());
            return module.function(lifted, body -> body.i32Const(ALIGNMENT).call(maker));
        }
        Optional<byte[]> denied = denied(result);
        if (denied.isEmpty()) {
            return module.function(lifted, CoreModuleBuilder.Body::unreachable);
        }
        if (signature.results().size() == 1) {
            return module.function(lifted, body -> body.i32Const(denied.get()[0]));
        }
        int address = nextAddress;
        module.data(address, Bytes.of(denied.get()));
        nextAddress = (int) Layout.align((long) address + denied.get().length, ALIGNMENT);
        return module.function(lifted, body -> body.i32Const(address));
    }

    /** The value in memory that says no; none if no value of the type does. */
    private static Optional<byte[]> denied(ValueType type) {
        return switch (type) {
            case ValueType.Option _ -> Optional.of(new byte[(int) Layout.size(type)]);
            case ValueType.Result(var ok, var error) -> {
                byte[] bytes = new byte[(int) Layout.size(type)];
                bytes[0] = 1;
                if (error.isEmpty()) {
                    yield Optional.of(bytes);
                }
                int alignment = Math.max(Layout.alignment(error.get()), ok.map(Layout::alignment).orElse(1));
                yield code(error.get()).map(code -> {
                    bytes[Layout.payloadOffset(2, alignment)] = code;
                    return bytes;
                });
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Byte> code(ValueType error) {
        var labels = new ArrayList<String>();
        switch (error) {
            case ValueType.Enum(var all) -> labels.addAll(all);
            // A case with a value is no candidate.
            case ValueType.Variant(var cases) -> cases.forEach(c -> labels.add(c.type().isEmpty() ? c.label() : ""));
            default -> {}
        }
        return DENIED.stream()
                .filter(labels::contains)
                .findFirst()
                .or(() -> labels.stream().filter(label -> !label.isEmpty()).findFirst())
                .map(label -> (byte) labels.indexOf(label));
    }

    /** Gives the same address each time; what does not fit there traps. */
    private int allocator() {
        var type = new CoreType.Func(java.util.Collections.nCopies(4, CoreValType.I32), List.of(CoreValType.I32));
        int address = nextAddress;
        return module.function(type, body -> body.i32Const(address));
    }
}
