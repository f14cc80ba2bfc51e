package dev.belay.component.model;

/** An option of a canonical definition. Indices are core indices. */
public sealed interface CanonOption {
    enum StringEncoding implements CanonOption {
        UTF8("utf8"),
        UTF16("utf16"),
        LATIN1_UTF16("latin1+utf16");

        private final String text;

        StringEncoding(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    record Memory(int memory) implements CanonOption {}

    record Realloc(int func) implements CanonOption {}

    record PostReturn(int func) implements CanonOption {}

    record Async() implements CanonOption {}

    record Callback(int func) implements CanonOption {}
}
