package dev.belay.runtime.internal.abi;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.runtime.Trap;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** {@code load_string_from_range}. */
final class StringLifting {
    static final int UTF16_TAG = 1 << 31;

    private StringLifting() {}

    static GuestString lift(LiftContext context, int address, int taggedUnits) {
        StringEncoding encoding = context.encoding();
        boolean tagged = encoding == StringEncoding.LATIN1_UTF16 && (taggedUnits & UTF16_TAG) != 0;
        int units = tagged ? taggedUnits ^ UTF16_TAG : taggedUnits;
        boolean twoBytes = tagged || encoding == StringEncoding.UTF16;
        long bytes = Integer.toUnsignedLong(units) * (twoBytes ? 2 : 1);
        if (encoding != StringEncoding.UTF8 && (address & 1) != 0) {
            throw Trap.of(Trap.Kind.UNALIGNED_POINTER, "string at 0x" + Integer.toHexString(address));
        }
        Ranges.checkString(context.memory(), address, bytes);
        context.count(bytes);
        byte[] raw = context.memory().read(address, (int) bytes);
        String text = twoBytes
                ? strict(raw, StandardCharsets.UTF_16LE, Trap.Kind.INVALID_UTF16)
                : encoding == StringEncoding.UTF8
                        ? utf8(raw)
                        : new String(raw, StandardCharsets.ISO_8859_1);
        return new GuestString(text, encoding, units, tagged);
    }

    /** The quick decoder replaces what is wrong; only a text that has the replacement needs the strict one. */
    private static String utf8(byte[] raw) {
        String text = new String(raw, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : strict(raw, StandardCharsets.UTF_8, Trap.Kind.INVALID_UTF8);
    }

    private static String strict(byte[] raw, Charset charset, Trap.Kind otherwise) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Trap.of(otherwise, "", e);
        }
    }
}
