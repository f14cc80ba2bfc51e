package dev.belay.component.validate;

import java.util.Locale;
import java.util.Optional;

/** The name of an import or export, taken apart ({@code externname} of the grammar). */
sealed interface Name {
    /** What two names of one scope must differ in: the "strongly-unique" rule. */
    String unique();

    record Plain(String label) implements Name {
        @Override
        public String unique() {
            return lower(label);
        }
    }

    record Constructor(String resource) implements Name {
        @Override
        public String unique() {
            return "[constructor]" + lower(resource);
        }
    }

    record Method(String resource, String label) implements Name {
        @Override
        public String unique() {
            return member(resource, label);
        }
    }

    record Static(String resource, String label) implements Name {
        @Override
        public String unique() {
            return member(resource, label);
        }
    }

    /**
     * @param text the whole of it
     * @param version what stands after the {@code @}
     */
    record Interface(String text, Optional<String> version) implements Name {
        @Override
        public String unique() {
            int at = text.indexOf('@');
            return at < 0 ? lower(text) : lower(text.substring(0, at)) + text.substring(at);
        }
    }

    /** Names of unpublished dependencies and of plain bytes, that tools wrote before they left the grammar. */
    record Dependency(String text) implements Name {
        @Override
        public String unique() {
            return text;
        }
    }

    private static String member(String resource, String label) {
        String r = lower(resource);
        String l = lower(label);
        return r.equals(l) ? r : r + "." + l;
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
