package dev.belay.runtime.internal.bind;

import dev.belay.component.abi.Layout;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Where the bits of a value are, or go to. Bits are a long on the stack, of which as many low ones count as the size says. */
sealed interface Place {
    ClassDesc GUEST = Guest.class.describeConstable().orElseThrow();

    /** Takes the bits from the stack. */
    void put(CodeBuilder code, int size);

    /** Leaves the bits on the stack; what is above them is anything. */
    void get(CodeBuilder code, int size);

    /** Leaves the case of a variant, which may be none of them, as an int. */
    void getIndex(CodeBuilder code, int cases);

    /** Two values of four bytes, as one long. */
    void putPair(CodeBuilder code);

    void getPair(CodeBuilder code);

    /** Where a part is. */
    Place part(int offset, int index);

    /**
     * @param guest a local variable
     * @param address a local variable
     */
    record InMemory(int guest, int address, int offset) implements Place {
        @Override
        public void put(CodeBuilder code, int size) {
            code.aload(guest);
            address(code);
            code.invokestatic(
                    GUEST,
                    "put" + size,
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long, GUEST, ConstantDescs.CD_int));
        }

        @Override
        public void get(CodeBuilder code, int size) {
            code.aload(guest);
            address(code);
            code.invokevirtual(
                    GUEST, "get" + size, MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_int));
        }

        @Override
        public void getIndex(CodeBuilder code, int cases) {
            int size = Layout.discriminantSize(cases);
            get(code, size);
            code.l2i();
            if (size < 4) {
                code.loadConstant((1 << 8 * size) - 1).iand();
            }
        }

        @Override
        public void putPair(CodeBuilder code) {
            put(code, 8);
        }

        @Override
        public void getPair(CodeBuilder code) {
            get(code, 8);
        }

        @Override
        public Place part(int more, int index) {
            return new InMemory(guest, address, offset + more);
        }

        void address(CodeBuilder code) {
            code.iload(address);
            if (offset != 0) {
                code.loadConstant(offset).iadd();
            }
        }
    }

    /** @param slots local variables, a long each */
    record InVariables(List<Integer> slots) implements Place {
        private static final long LOW = 0xffff_ffffL;

        @Override
        public void put(CodeBuilder code, int size) {
            if (size < 8) {
                code.loadConstant(LOW).land();
            }
            code.lstore(slots.getFirst());
        }

        @Override
        public void get(CodeBuilder code, int size) {
            code.lload(slots.getFirst());
        }

        @Override
        public void getIndex(CodeBuilder code, int cases) {
            code.lload(slots.getFirst()).l2i();
        }

        @Override
        public void putPair(CodeBuilder code) {
            code.dup2().loadConstant(LOW).land().lstore(slots.getFirst());
            code.loadConstant(32).lushr().lstore(slots.get(1));
        }

        @Override
        public void getPair(CodeBuilder code) {
            code.lload(slots.getFirst()).loadConstant(LOW).land();
            code.lload(slots.get(1)).loadConstant(32).lshl().lor();
        }

        @Override
        public Place part(int offset, int index) {
            return new InVariables(slots.subList(index, slots.size()));
        }
    }
}
