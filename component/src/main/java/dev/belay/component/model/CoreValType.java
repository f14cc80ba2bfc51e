package dev.belay.component.model;

/** A core value type. */
public sealed interface CoreValType {
    CoreValType I32 = Num.I32;
    CoreValType I64 = Num.I64;
    CoreValType F32 = Num.F32;
    CoreValType F64 = Num.F64;

    /** As the core text format writes it. */
    String text();

    /** Numbers and vectors. */
    enum Num implements CoreValType {
        I32(0x7f, "i32"),
        I64(0x7e, "i64"),
        F32(0x7d, "f32"),
        F64(0x7c, "f64"),
        V128(0x7b, "v128");

        private final int code;
        private final String text;

        Num(int code, String text) {
            this.code = code;
            this.text = text;
        }

        public int code() {
            return code;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /**
     * A reference.
     *
     * @param shorthand whether a nullable abstract reference was written as its one-byte abbreviation
     */
    record Ref(boolean nullable, Heap heap, boolean shorthand) implements CoreValType {
        @Override
        public String text() {
            return "(ref " + (nullable ? "null " : "") + heap.text() + ")";
        }
    }

    /** What a reference points to. */
    sealed interface Heap {
        String text();
    }

    /** An abstract heap type. */
    enum AbstractHeap implements Heap {
        NOEXN(0x74, "noexn"),
        NOFUNC(0x73, "nofunc"),
        NOEXTERN(0x72, "noextern"),
        NONE(0x71, "none"),
        FUNC(0x70, "func"),
        EXTERN(0x6f, "extern"),
        ANY(0x6e, "any"),
        EQ(0x6d, "eq"),
        I31(0x6c, "i31"),
        STRUCT(0x6b, "struct"),
        ARRAY(0x6a, "array"),
        EXN(0x69, "exn"),
        CONT(0x68, "cont"),
        NOCONT(0x75, "nocont");

        private final int code;
        private final String text;

        AbstractHeap(int code, String text) {
            this.code = code;
            this.text = text;
        }

        public int code() {
            return code;
        }

        @Override
        public String text() {
            return text;
        }
    }

    record IndexedHeap(int type) implements Heap {
        @Override
        public String text() {
            return Integer.toString(type);
        }
    }
}
