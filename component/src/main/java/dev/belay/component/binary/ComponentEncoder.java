package dev.belay.component.binary;

import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreInstance;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Section;

/**
 * Encodes components ({@code design/mvp/Binary.md} of the Component Model): what {@link ComponentDecoder} makes of the
 * result equals what was encoded. Numbers take their shortest form.
 */
public final class ComponentEncoder {
    private static final int[] PREAMBLE = {0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00};

    private ComponentEncoder() {}

    public static byte[] encode(ComponentBinary component) {
        return component(component).toByteArray();
    }

    private static ByteWriter component(ComponentBinary component) {
        var out = new ByteWriter();
        for (int b : PREAMBLE) {
            out.u8(b);
        }
        component.sections().forEach(section -> section(out, section.it()));
        return out;
    }

    private static void section(ByteWriter file, Section section) {
        file.u8(id(section));
        file.sized(section instanceof Section.Component(var nested) ? component(nested) : body(section));
    }

    private static int id(Section section) {
        return switch (section) {
            case Section.Custom _ -> 0;
            case Section.CoreModule _ -> 1;
            case Section.CoreInstances _ -> 2;
            case Section.CoreTypes _ -> 3;
            case Section.Component _ -> 4;
            case Section.Instances _ -> 5;
            case Section.Aliases _ -> 6;
            case Section.Types _ -> 7;
            case Section.Canons _ -> 8;
            case Section.Start _ -> 9;
            case Section.Imports _ -> 10;
            case Section.Exports _ -> 11;
            case Section.Values _ -> 12;
        };
    }

    private static ByteWriter body(Section section) {
        var out = new ByteWriter();
        var types = new TypeWriter(out);
        switch (section) {
            case Section.Custom(String name, var data) -> {
                out.name(name);
                out.bytes(data);
            }
            case Section.CoreModule(var module) -> out.bytes(module);
            case Section.CoreInstances(var items) -> out.vecAt(items, i -> coreInstance(out, i));
            case Section.CoreTypes(var items) -> out.vecAt(items, types.core()::coreType);
            case Section.Component(var nested) -> throw new IllegalStateException("written whole: " + nested);
            case Section.Instances(var items) -> out.vecAt(items, i -> instance(out, types, i));
            case Section.Aliases(var items) -> out.vecAt(items, types::alias);
            case Section.Types(var items) -> out.vecAt(items, types::type);
            case Section.Canons(var items) -> out.vecAt(items, new CanonWriter(out, types)::canon);
            case Section.Start(int func, var args, int results) -> {
                out.u32(func);
                out.vec(args, out::u32);
                out.u32(results);
            }
            case Section.Imports(var items) -> out.vecAt(items, i -> {
                types.externName(i.name());
                types.externDesc(i.type());
            });
            case Section.Exports(var items) -> out.vecAt(items, e -> {
                types.externName(e.name());
                types.sortIndex(e.value());
                out.optional(e.type(), types::externDesc);
            });
            case Section.Values(var items) -> out.vecAt(items, v -> {
                types.ref(v.type());
                out.u32(v.data().size());
                out.bytes(v.data());
            });
        }
        return out;
    }

    private static void coreInstance(ByteWriter out, CoreInstance instance) {
        switch (instance) {
            case CoreInstance.Instantiate(int module, var args) -> {
                out.u8(0x00);
                out.u32(module);
                out.vec(args, a -> {
                    out.name(a.name());
                    out.u8(0x12);
                    out.u32(a.instance());
                });
            }
            case CoreInstance.FromExports(var exports) -> {
                out.u8(0x01);
                out.vec(exports, e -> {
                    out.name(e.name());
                    out.u8(e.sort().code());
                    out.u32(e.index());
                });
            }
        }
    }

    private static void instance(ByteWriter out, TypeWriter types, Instance instance) {
        switch (instance) {
            case Instance.Instantiate(int component, var args) -> {
                out.u8(0x00);
                out.u32(component);
                out.vec(args, a -> {
                    out.name(a.name());
                    types.sortIndex(a.value());
                });
            }
            case Instance.FromExports(var exports) -> {
                out.u8(0x01);
                out.vec(exports, e -> {
                    types.externName(e.name());
                    types.sortIndex(e.value());
                });
            }
        }
    }
}
