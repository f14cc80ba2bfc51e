package dev.belay.component.wit;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.TypeText;
import dev.belay.wit.print.IndentedText;

/** What WIT cannot say, as comments in it. */
final class Comments {
    /** In characters. All of WASI is a hundredth of it; types that share parts could be written out without end. */
    private static final int MAX_LENGTH = 8 << 20;

    private Comments() {}

    /** The text of a component's WIT. */
    static IndentedText lines() {
        return IndentedText.upTo(MAX_LENGTH);
    }

    static String of(String what, ExternType type) {
        return "// " + printable(what) + ": " + printable(TypeText.of(type));
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
