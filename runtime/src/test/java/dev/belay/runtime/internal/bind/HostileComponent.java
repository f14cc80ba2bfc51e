package dev.belay.runtime.internal.bind;

import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.Canon;
import dev.belay.component.model.CanonOption;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreInstance;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Export;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Primitive;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component whose functions return an address of the test's choice, in a memory of its choice, and whose {@code realloc}
 * gives a place of its choice.
 *
 * @param result what functions return
 * @param allocated what {@code realloc} returns
 * @param memory what the first 64 bytes of the one page hold
 */
record HostileComponent(int result, int allocated, byte[] memory) {
    static final String NAME = "a:b/lies";

    private static final int I32 = 0x7f;
    private static final ValTypeRef STRING = new ValTypeRef.Prim(Primitive.STRING);

    static HostileComponent returning(int result) {
        return new HostileComponent(result, 0, new byte[64]);
    }

    HostileComponent allocating(int place) {
        return new HostileComponent(result, place, memory);
    }

    HostileComponent with(int address, int... words) {
        byte[] changed = memory.clone();
        var buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).position(address);
        for (int word : words) {
            buffer.putInt(word);
        }
        return new HostileComponent(result, allocated, changed);
    }

    ComponentBinary build() {
        var sections = new ArrayList<At<Section>>();
        add(sections, new Section.CoreModule(Bytes.of(module())));
        add(sections, new Section.CoreInstances(List.of(At.nowhere(new CoreInstance.Instantiate(0, List.of())))));
        alias(sections, CoreSort.MEMORY, "memory");
        alias(sections, CoreSort.FUNC, "realloc");
        alias(sections, CoreSort.FUNC, "take");
        alias(sections, CoreSort.FUNC, "give");
        List<CanonOption> options = List.of(
                CanonOption.StringEncoding.UTF8, new CanonOption.Memory(0), new CanonOption.Realloc(0));
        var exports = new ArrayList<Instance.InlineExport>();
        int types = 0;
        for (var each : functions().entrySet()) {
            boolean takes = each.getKey().startsWith("take");
            ValTypeRef ref = each.getValue().isEmpty() ? STRING : new ValTypeRef.Index(types++);
            each.getValue().ifPresent(type -> add(sections, new Section.Types(List.of(At.nowhere(type)))));
            var function = new Type.Func(
                    false,
                    takes ? List.of(new Type.Field("value", ref)) : List.of(),
                    takes ? Optional.empty() : Optional.of(ref));
            add(sections, new Section.Types(List.of(At.nowhere(function))));
            add(sections, new Section.Canons(List.of(At.nowhere(new Canon.Lift(takes ? 1 : 2, options, types++)))));
            exports.add(new Instance.InlineExport(
                    ExternName.of(each.getKey()), new SortIndex(Sort.FUNC, exports.size())));
        }
        add(sections, new Section.Instances(List.of(At.nowhere(new Instance.FromExports(exports)))));
        add(sections, new Section.Exports(List.of(At.nowhere(
                new Export(ExternName.of(NAME), new SortIndex(Sort.INSTANCE, 0), Optional.empty())))));
        return ComponentBinary.of(sections);
    }

    /** By name: what is taken or given, a string where nothing is said. */
    private static Map<String, Optional<Type>> functions() {
        var functions = new LinkedHashMap<String, Optional<Type>>();
        functions.put("take", Optional.empty());
        functions.put("take-all", Optional.of(new Type.ListOf(STRING)));
        functions.put("text", Optional.empty());
        functions.put("numbers", Optional.of(new Type.ListOf(new ValTypeRef.Prim(Primitive.U32))));
        functions.put("texts", Optional.of(new Type.ListOf(STRING)));
        functions.put("maybe", Optional.of(new Type.Option(new ValTypeRef.Prim(Primitive.U32))));
        functions.put("letters", Optional.of(new Type.ListOf(new ValTypeRef.Prim(Primitive.CHAR))));
        return functions;
    }

    private static void add(List<At<Section>> sections, Section section) {
        sections.add(At.nowhere(section));
    }

    private static void alias(List<At<Section>> sections, CoreSort sort, String name) {
        add(sections, new Section.Aliases(List.of(At.nowhere(new Alias.CoreExport(new Sort.Core(sort), 0, name)))));
    }

    /** The core module, by hand: {@code realloc}, {@code take: (i32, i32)} and {@code give: () -> i32}. */
    private byte[] module() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        section(out, 1, bytes(3, 0x60, 4, I32, I32, I32, I32, 1, I32, 0x60, 2, I32, I32, 0, 0x60, 0, 1, I32));
        section(out, 3, bytes(3, 0, 1, 2));
        section(out, 5, bytes(1, 1, 1, 1));
        section(out, 7, join(
                bytes(4),
                name("memory"), bytes(2, 0),
                name("realloc"), bytes(0, 0),
                name("take"), bytes(0, 1),
                name("give"), bytes(0, 2)));
        section(out, 10, join(bytes(3), returning(bytes(constant(allocated))), bytes(2, 0, 0x0b), returning(bytes(constant(result)))));
        section(out, 11, join(bytes(1, 0, 0x41, 0, 0x0b, memory.length), memory));
        return out.toByteArray();
    }

    private static byte[] returning(byte[] constant) {
        return join(bytes(constant.length + 2, 0), constant, bytes(0x0b));
    }

    /** {@code i32.const}, in five bytes of signed LEB128. */
    private static int[] constant(int value) {
        return new int[] {
            0x41, value & 0x7f | 0x80, value >> 7 & 0x7f | 0x80, value >> 14 & 0x7f | 0x80, value >> 21 & 0x7f | 0x80,
            value >> 28 & 0x7f
        };
    }

    private static void section(ByteArrayOutputStream out, int id, byte[] content) {
        out.writeBytes(bytes(id, content.length));
        out.writeBytes(content);
    }

    private static byte[] name(String name) {
        return join(bytes(name.length()), name.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
