package dev.belay.compose;

import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ExternName;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.compose.internal.encode.ComponentBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A component for tests: it exports what it imports, under other names. */
final class Relay {
    private final Map<String, ExternType> imports = new LinkedHashMap<>();
    private final Map<String, String> exports = new LinkedHashMap<>();
    private final List<Bytes> modules = new ArrayList<>();

    static Relay of() {
        return new Relay();
    }

    Relay importing(String name, ExternType type) {
        imports.put(name, type);
        return this;
    }

    /** Exports, as {@code name}, the import {@code imported}. */
    Relay exporting(String name, String imported) {
        exports.put(name, imported);
        return this;
    }

    /** Holds a core module, which it instantiates. */
    Relay holding(byte[] coreModule) {
        modules.add(Bytes.of(coreModule));
        return this;
    }

    byte[] bytes() {
        var builder = new ComponentBuilder().imports(imports);
        modules.forEach(module -> builder.core().instantiate(builder.core().module(module), Map.of()));
        exports.forEach((name, imported) -> builder.export(ExternName.of(name), builder.imported(imported)));
        return ComponentEncoder.encode(builder.build());
    }

    static ExternType instance(Map<String, ExternType> exports) {
        return new ExternType.Instance(new InstanceType(exports));
    }

    /** An interface with one function from a {@code type} to nothing. */
    static ExternType taking(ValueType type) {
        return instance(Map.of("f", function(type)));
    }

    static ExternType function(ValueType param) {
        return new ExternType.Func(
                new FunctionType(false, List.of(new ValueType.Field("it", param)), Optional.empty()));
    }

    /** An interface that defines the resource type {@code r} and makes one. */
    static ExternType defining(ResourceType r) {
        var exports = new LinkedHashMap<String, ExternType>();
        exports.put("r", new ExternType.AbstractResource(r));
        exports.put("make", new ExternType.Func(
                new FunctionType(false, List.of(), Optional.of(new ValueType.Own(r)))));
        return instance(exports);
    }

    /** An interface that uses the resource type {@code r} of another. */
    static ExternType using(ResourceType r) {
        var exports = new LinkedHashMap<String, ExternType>();
        exports.put("r", new ExternType.TypeEq(r));
        exports.put("take", function(new ValueType.Borrow(r)));
        return instance(exports);
    }
}
