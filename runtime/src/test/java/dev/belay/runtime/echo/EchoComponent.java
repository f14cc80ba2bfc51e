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
import dev.belay.component.model.ExternName;
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
final class EchoComponent {
    private static final int MEMORY = 0;
    private static final int ECHO = 0;
    private static final int REALLOC = 1;

    private final List<At<Section>> sections = new ArrayList<>();
    private int types;

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

    private ComponentBinary build(ValueType type, StringEncoding encoding, boolean async) {
        var flat = Flattening.flatten(type);
        add(new Section.CoreModule(Bytes.of(module())));
        add(new Section.CoreInstances(List.of(At.nowhere(new CoreInstance.Instantiate(0, List.of())))));
        alias(CoreSort.FUNC, flat.size() == 1 ? flat.getFirst().text() : "i32");
        alias(CoreSort.FUNC, "realloc");
        alias(CoreSort.MEMORY, "memory");
        ValTypeRef ref = ref(type);
        int function = define(new Type.Func(
                async, List.of(new Type.Field("value", ref)), Optional.of(ref)));
        List<CanonOption> options =
                List.of(encoding, new CanonOption.Memory(MEMORY), new CanonOption.Realloc(REALLOC));
        add(new Section.Canons(List.of(At.nowhere(new Canon.Lift(ECHO, options, function)))));
        export("echo", new SortIndex(Sort.FUNC, 0));
        return ComponentBinary.of(sections);
    }

    private void add(Section section) {
        sections.add(At.nowhere(section));
    }

    private void alias(CoreSort sort, String name) {
        add(new Section.Aliases(List.of(At.nowhere(new Alias.CoreExport(new Sort.Core(sort), 0, name)))));
    }

    private void export(String name, SortIndex what) {
        add(new Section.Exports(List.of(At.nowhere(new Export(ExternName.of(name), what, Optional.empty())))));
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

    /** Types with labels must be exported before a function can use them in its type. */
    private ValTypeRef named(Type type) {
        int index = define(type);
        export("type" + index, new SortIndex(Sort.TYPE, index));
        return new ValTypeRef.Index(types++);
    }

    private static byte[] module() {
        try (var in = Objects.requireNonNull(EchoComponent.class.getResourceAsStream("identity.wasm"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
