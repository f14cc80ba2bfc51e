package dev.belay.component.model;

/** An index space that a component definition can name. */
public sealed interface Sort {
    Sort FUNC = Plain.FUNC;
    Sort VALUE = Plain.VALUE;
    Sort TYPE = Plain.TYPE;
    Sort COMPONENT = Plain.COMPONENT;
    Sort INSTANCE = Plain.INSTANCE;
    Sort CORE_MODULE = new Core(CoreSort.MODULE);

    /** As the text format writes it. */
    String text();

    /** The component-level sorts; {@link #code()} is the byte that stands for each in a binary. */
    enum Plain implements Sort {
        FUNC(0x01, "func"),
        VALUE(0x02, "value"),
        TYPE(0x03, "type"),
        COMPONENT(0x04, "component"),
        INSTANCE(0x05, "instance");

        private final int code;
        private final String text;

        Plain(int code, String text) {
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

    /** A core sort: byte 0x00, then the core sort's own. */
    record Core(CoreSort sort) implements Sort {
        @Override
        public String text() {
            return "core " + sort.text();
        }
    }
}
