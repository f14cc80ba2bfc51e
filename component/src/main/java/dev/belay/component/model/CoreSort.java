package dev.belay.component.model;

/** The core index spaces; {@link #code()} is the byte that stands for each in a binary. */
public enum CoreSort {
    FUNC(0x00, "func"),
    TABLE(0x01, "table"),
    MEMORY(0x02, "memory"),
    GLOBAL(0x03, "global"),
    TAG(0x04, "tag"),
    TYPE(0x10, "type"),
    MODULE(0x11, "module"),
    INSTANCE(0x12, "instance");

    private final int code;
    private final String text;

    CoreSort(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    /** As the text format writes it, without {@code core}. */
    public String text() {
        return text;
    }
}
