package dev.belay.wit.print;

import dev.belay.wit.name.Version;
import dev.belay.wit.syntax.Annotation;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import java.util.Optional;

/** Text of indented lines and blocks in braces, up to a bound. */
public final class IndentedText {
    private final int maxLength;
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean cut;

    private IndentedText(int maxLength) {
        this.maxLength = maxLength;
    }

    /** @param maxLength in characters; what goes past it is left out, and a last line says so */
    public static IndentedText upTo(int maxLength) {
        return new IndentedText(maxLength);
    }

    static IndentedText unbounded() {
        return new IndentedText(Integer.MAX_VALUE);
    }

    public IndentedText add(String line) {
        if (line.length() > maxLength - text.length()) {
            cut = true;
        } else {
            text.append("  ".repeat(depth)).append(line).append('\n');
        }
        return this;
    }

    public IndentedText blank() {
        text.append('\n');
        return this;
    }

    public IndentedText open(String head) {
        add(head + " {");
        depth++;
        return this;
    }

    public IndentedText close() {
        depth--;
        return add("}");
    }

    /** Documentation, as comments; nothing for an empty text. */
    public IndentedText docs(String docs) {
        if (!docs.isEmpty()) {
            docs.lines().forEach(line -> add(line.isEmpty() ? "///" : "/// " + line));
        }
        return this;
    }

    /**
     * What stands before an item. What a world has from another package can speak of versions of that one, which mean
     * nothing within {@code within}.
     */
    public IndentedText meta(Meta meta, PackageName within) {
        return meta(meta, within.version());
    }

    /** As the other, within a package of that version. */
    public IndentedText meta(Meta meta, Optional<Version> within) {
        docs(meta.docs());
        meta.annotations().stream()
                .filter(annotation -> annotation.version()
                        .map(v -> within.filter(own -> own.compareTo(v) >= 0).isPresent())
                        .orElse(true))
                .map(Annotation::text)
                .forEach(this::add);
        return this;
    }

    @Override
    public String toString() {
        return cut ? text + "// cut off: there is more than " + maxLength + " characters of it\n" : text.toString();
    }
}
