package dev.belay.runtime.echo;

import dev.belay.component.abi.Flattening;
import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.Canon;
import dev.belay.component.model.CanonOption;
import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreInstance;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Export;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Import;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import dev.belay.component.type.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a component that exports {@code echo: func(value: T) -> T} for a type, in a string encoding.
 *
 * <p>One core module serves all of them: a value that takes more than 16 core values is passed by a pointer to it, and
 * returned by a pointer to it, so that giving back the pointer gives back the value, whatever its type and encoding.
 */
public final class EchoComponent {
    private static final String ECHO_NAME = "echo";
    private static final int MEMORY = 0;
    private static final int ECHO = 0;
    private static final int REALLOC = 1;

    private final List<At<Section>> sections = new ArrayList<>();
    private int types;
    private int named;
    /** How a type gets its name: in a component that stands alone, by being exported. */
    private Naming naming = (type, name) -> {
        export(name, new SortIndex(Sort.TYPE, define(type)));
        return types++;
    };

    private interface Naming {
        /** The index to use for the type from there on. */
        int index(Type type, String name);
    }

    private EchoComponent() {}

    /** A tuple of {@code type} and so many numbers that it is passed in memory. */
    static ValueType inMemory(ValueType type) {
        var types = new ArrayList<ValueType>(Collections.nCopies(Flattening.MAX_FLAT_PARAMS, ValueType.U64));
        types.add(type);
        return new ValueType.Tuple(types);
    }

    /** @param type takes one core value, or more than 16 */
    static ComponentBinary of(ValueType type, StringEncoding encoding) {
        return new EchoComponent().build(type, encoding, false);
    }

    /** The same with a function of an asynchronous type. */
    static ComponentBinary ofAsync(ValueType type, StringEncoding encoding) {
        return new EchoComponent().build(type, encoding, true);
    }

    /**
     * A component around two: one that echoes in encoding {@code inner}, and one that calls it in encoding {@code outer}
     * and is called in it, so that every value is adapted from the one to the other and back.
     */
    static ComponentBinary relayed(ValueType type, StringEncoding outer, StringEncoding inner) {
        return new EchoComponent().buildPair(type, of(type, inner), new EchoComponent().buildRelay(type, outer));
    }

    /** A component that imports {@code echo}, and exports a function of that type which calls it. */
    public static ComponentBinary importing(ValueType type, StringEncoding encoding) {
        return new EchoComponent().buildRelay(type, encoding);
    }

    private ComponentBinary buildPair(ValueType type, ComponentBinary echo, ComponentBinary relay) {
        add(new Section.Component(echo));
        add(new Section.Component(relay));
        instance(new Instance.Instantiate(0, List.of()));
        var args = new ArrayList<Instance.Arg>();
        // The types are those that the echo exports, and are exported again: as made of types that were before.
        naming = (definition, name) -> {
            alias(Sort.TYPE, 0, name);
            var aliased = new SortIndex(Sort.TYPE, types++);
            args.add(new Instance.Arg(name, aliased));
            export(name, aliased, Optional.of(new ExternDesc.TypeEq(define(definition))));
            return types++;
        };
        int function = function(type, false);
        alias(Sort.FUNC, 0, ECHO_NAME);
        args.add(new Instance.Arg(ECHO_NAME, new SortIndex(Sort.FUNC, 0)));
        instance(new Instance.Instantiate(1, args));
        alias(Sort.FUNC, 1, ECHO_NAME);
        export(ECHO_NAME, new SortIndex(Sort.FUNC, 1), Optional.of(new ExternDesc.Func(function)));
        return ComponentBinary.of(sections);
    }

    private ComponentBinary buildRelay(ValueType type, StringEncoding encoding) {
        naming = (definition, name) -> {
            int index = define(definition);
            imported(name, new ExternDesc.TypeEq(index));
            return types++;
        };
        int function = function(type, false);
        imported(ECHO_NAME, new ExternDesc.Func(function));
        add(new Section.CoreModule(Bytes.of(module("identity.wasm"))));
        add(new Section.CoreModule(Bytes.of(module("relay.wasm"))));
        coreInstance(new CoreInstance.Instantiate(0, List.of()));
        alias(CoreSort.FUNC, 0, "realloc");
        alias(CoreSort.MEMORY, 0, "memory");
        List<CanonOption> options = List.of(encoding, new CanonOption.Memory(MEMORY), new CanonOption.Realloc(0));
        canon(new Canon.Lower(0, options));
        coreInstance(new CoreInstance.FromExports(List.of(new CoreInstance.InlineExport("call", CoreSort.FUNC, 1))));
        coreInstance(new CoreInstance.Instantiate(
                1, List.of(new CoreInstance.Arg("memory", 0), new CoreInstance.Arg("echo", 1))));
        alias(CoreSort.FUNC, 2, "i32");
        canon(new Canon.Lift(2, options, function));
        export(ECHO_NAME, new SortIndex(Sort.FUNC, 1));
        return ComponentBinary.of(sections);
    }

    private ComponentBinary build(ValueType type, StringEncoding encoding, boolean async) {
        var flat = Flattening.flatten(type);
        add(new Section.CoreModule(Bytes.of(module("identity.wasm"))));
        coreInstance(new CoreInstance.Instantiate(0, List.of()));
        alias(CoreSort.FUNC, 0, flat.size() == 1 ? flat.getFirst().text() : "i32");
        alias(CoreSort.FUNC, 0, "realloc");
        alias(CoreSort.MEMORY, 0, "memory");
        int function = function(type, async);
        List<CanonOption> options =
                List.of(encoding, new CanonOption.Memory(MEMORY), new CanonOption.Realloc(REALLOC));
        canon(new Canon.Lift(ECHO, options, function));
        export(ECHO_NAME, new SortIndex(Sort.FUNC, 0));
        return ComponentBinary.of(sections);
    }

    private void add(Section section) {
        sections.add(At.nowhere(section));
    }

    private void alias(CoreSort sort, int instance, String name) {
        add(new Section.Aliases(List.of(At.nowhere(new Alias.CoreExport(new Sort.Core(sort), instance, name)))));
    }

    private void alias(Sort sort, int instance, String name) {
        add(new Section.Aliases(List.of(At.nowhere(new Alias.Export(sort, instance, name)))));
    }

    private void coreInstance(CoreInstance instance) {
        add(new Section.CoreInstances(List.of(At.nowhere(instance))));
    }

    private void instance(Instance instance) {
        add(new Section.Instances(List.of(At.nowhere(instance))));
    }

    private void canon(Canon canon) {
        add(new Section.Canons(List.of(At.nowhere(canon))));
    }

    private void imported(String name, ExternDesc type) {
        add(new Section.Imports(List.of(At.nowhere(new Import(ExternName.of(name), type)))));
    }

    private int function(ValueType type, boolean async) {
        ValTypeRef ref = ref(type);
        return define(new Type.Func(async, List.of(new Type.Field("value", ref)), Optional.of(ref)));
    }

    private void export(String name, SortIndex what) {
        export(name, what, Optional.empty());
    }

    private void export(String name, SortIndex what, Optional<ExternDesc> type) {
        add(new Section.Exports(List.of(At.nowhere(new Export(ExternName.of(name), what, type)))));
    }

    private int define(Type type) {
        add(new Section.Types(List.of(At.nowhere(type))));
        return types++;
    }

    private Optional<ValTypeRef> ref(Optional<ValueType> type) {
        return type.map(this::ref);
    }

    private ValTypeRef ref(ValueType type) {
        return switch (type) {
            case ValueType.Prim(var primitive) -> new ValTypeRef.Prim(primitive);
            case ValueType.ListOf(var element) -> index(new Type.ListOf(ref(element)));
            case ValueType.FixedList(var element, int length) -> index(new Type.FixedList(ref(element), length));
            case ValueType.Tuple(var parts) -> index(new Type.Tuple(parts.stream().map(this::ref).toList()));
            case ValueType.Option(var payload) -> index(new Type.Option(ref(payload)));
            case ValueType.Result(var ok, var error) -> index(new Type.Result(ref(ok), ref(error)));
            case ValueType.MapOf(var key, var value) -> index(new Type.MapOf(ref(key), ref(value)));
            case ValueType.Enum(var labels) -> named(new Type.Enum(labels));
            case ValueType.Flags(var labels) -> named(new Type.Flags(labels));
            case ValueType.Record(var fields) -> named(new Type.Record(
                    fields.stream().map(f -> new Type.Field(f.label(), ref(f.type()))).toList()));
            case ValueType.Variant(var cases) -> named(new Type.Variant(
                    cases.stream().map(c -> new Type.Case(c.label(), ref(c.type()))).toList()));
            default -> throw new IllegalArgumentException("cannot be echoed: " + type);
        };
    }

    private ValTypeRef index(Type type) {
        return new ValTypeRef.Index(define(type));
    }

    /** Types with labels must be imported or exported before a function can use them in its type. */
    private ValTypeRef named(Type type) {
        return new ValTypeRef.Index(naming.index(type, "type" + named++));
    }

    private static byte[] module(String name) {
        try (var in = Objects.requireNonNull(EchoComponent.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
