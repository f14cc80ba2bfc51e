package dev.belay.component.wit;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.TypeText;

/** Indented lines, up to a bound. */
final class Lines {
    /** In characters. All of WASI is a hundredth of it; types that share parts could be written out without end. */
    private static final int MAX_LENGTH = 8 << 20;

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean cut;

    Lines add(String line) {
        if (text.length() + line.length() > MAX_LENGTH) {
            cut = true;
        } else {
            text.append("  ".repeat(depth)).append(line).append('\n');
        }
        return this;
    }

    Lines blank() {
        text.append('\n');
        return this;
    }

    Lines open(String head) {
        add(head + " {");
        depth++;
        return this;
    }

    Lines close() {
        depth--;
        return add("}");
    }

    /** What WIT cannot say. */
    void comment(String what, ExternType type) {
        add("// " + printable(what) + ": " + printable(TypeText.of(type)));
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public String toString() {
        return cut ? text + "// cut off: there is more than " + MAX_LENGTH + " characters of it\n" : text.toString();
    }
}
