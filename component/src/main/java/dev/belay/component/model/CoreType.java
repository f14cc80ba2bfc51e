package dev.belay.component.model;

import java.util.List;
import java.util.Optional;

/** A core type definition: a recursion group, or the type of a core module. */
public sealed interface CoreType {
    /**
     * One or more core types that may refer to each other. Each takes an index of its own.
     *
     * @param explicit whether the group was written as one (byte 0x4e) rather than as a single type
     */
    record Rec(List<SubType> types, boolean explicit) implements CoreType {
        public Rec {
            types = List.copyOf(types);
        }
    }

    record Module(List<At<ModuleDecl>> decls) implements CoreType {
        public Module {
            decls = List.copyOf(decls);
        }
    }

    /**
     * @param explicit whether it was written with {@code sub} (or {@code sub final}) rather than as a bare type
     */
    record SubType(boolean isFinal, List<Integer> supers, Composite type, boolean explicit) {
        public SubType {
            supers = List.copyOf(supers);
        }

        public static SubType plain(Composite type) {
            return new SubType(true, List.of(), type, false);
        }
    }

    /** A function, a structure or an array. */
    sealed interface Composite {}

    record Func(List<CoreValType> params, List<CoreValType> results) implements Composite {
        public Func {
            params = List.copyOf(params);
            results = List.copyOf(results);
        }

        /** As {@code [i32 i32] -> [i64]}. */
        public String text() {
            return list(params) + " -> " + list(results);
        }

        private static String list(List<CoreValType> types) {
            return types.stream().map(CoreValType::text).toList().toString().replace(",", "");
        }
    }

    record Struct(List<CoreField> fields) implements Composite {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    record Array(CoreField element) implements Composite {}

    /** A field's storage: a value type, or a packed one of 8 or 16 bits. */
    record CoreField(Storage storage, boolean mutable) {}

    sealed interface Storage {
        record Of(CoreValType type) implements Storage {}

        record Packed(int bits) implements Storage {}
    }

    /** One declaration within a module type. */
    sealed interface ModuleDecl {
        record ImportDecl(String module, String name, CoreExtern type) implements ModuleDecl {}

        record TypeDecl(CoreType type) implements ModuleDecl {}

        /** {@code (alias outer count index (type))}. */
        record OuterAlias(int count, int index) implements ModuleDecl {}

        record ExportDecl(String name, CoreExtern type) implements ModuleDecl {}
    }

    /** The type of a core import or export, by index ({@code core:externtype}). */
    sealed interface CoreExtern {
        record Func(int type) implements CoreExtern {}

        record Table(CoreValType.Ref element, Limits limits) implements CoreExtern {}

        record Memory(Limits limits) implements CoreExtern {}

        record Global(CoreValType type, boolean mutable) implements CoreExtern {}

        record Tag(int type) implements CoreExtern {}
    }

    /**
     * Sizes of a table (elements) or memory (pages).
     *
     * @param pageSizeLog2 of a memory with a custom page size; empty for the usual 64 KiB
     */
    record Limits(long min, Optional<Long> max, boolean shared, boolean is64, Optional<Integer> pageSizeLog2) {
        public static Limits of(long min) {
            return new Limits(min, Optional.empty(), false, false, Optional.empty());
        }
    }
}
