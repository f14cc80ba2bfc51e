package dev.belay.component.binary;

/** Reads over a constant expression of a core module, up to and with its {@code end}. */
final class ConstantExpression {
    private ConstantExpression() {}

    static void skip(ByteReader in) {
        while (true) {
            int offset = in.offset();
            switch (in.u8("a constant instruction")) {
                case 0x0b -> {
                    return;
                }
                case 0x23, 0xd2 -> in.index("an index");
                case 0x41, 0x42, 0xd0 -> leb(in);
                case 0x43 -> fixed(in, 4);
                case 0x44 -> fixed(in, 8);
                case 0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e -> {}
                case 0xfb -> gc(in);
                case 0xfd -> {
                    in.expect(0x0c, "v128.const");
                    fixed(in, 16);
                }
                default -> throw in.unknown(offset, "constant instruction");
            }
        }
    }

    private static void gc(ByteReader in) {
        int offset = in.offset();
        switch (in.u32("a constant instruction")) {
            // struct.new, struct.new_default, array.new, array.new_default
            case 0, 1, 6, 7 -> in.index("a core type");
            // array.new_fixed
            case 8 -> {
                in.index("a core type");
                in.u32("a length");
            }
            // any.convert_extern, extern.convert_any, ref.i31
            case 26, 27, 28 -> {}
            default -> throw in.unknown(offset, "constant instruction");
        }
    }

    /** A LEB128 number, however it is signed. */
    private static void leb(ByteReader in) {
        while ((in.u8("a number") & 0x80) != 0) {
            // Its length is for the engine's parser to judge.
        }
    }

    private static void fixed(ByteReader in, int bytes) {
        for (int i = 0; i < bytes; i++) {
            in.u8("a constant");
        }
    }
}
