package dev.belay.component.validate;

import java.util.Optional;

/** Parses names of imports and exports. A problem is told as the predicate of a sentence about the name. */
final class NameParser {
    private static final String CONSTRUCTOR = "[constructor]";
    private static final String METHOD = "[method]";
    private static final String STATIC = "[static]";

    private NameParser() {}

    /** What is wrong with a name, such as {@code is not in kebab case}. */
    static final class BadName extends Exception {
        BadName(String problem) {
            super(problem, null, false, false);
        }

        String problem() {
            return String.valueOf(getMessage());
        }
    }

    static Name parse(String text) throws BadName {
        if (text.startsWith(CONSTRUCTOR)) {
            return new Name.Constructor(label(text.substring(CONSTRUCTOR.length())));
        }
        if (text.startsWith(METHOD)) {
            String[] parts = member(text.substring(METHOD.length()));
            return new Name.Method(parts[0], parts[1]);
        }
        if (text.startsWith(STATIC)) {
            String[] parts = member(text.substring(STATIC.length()));
            return new Name.Static(parts[0], parts[1]);
        }
        if (DependencyName.isOne(text)) {
            DependencyName.check(text);
            return new Name.Dependency(text);
        }
        if (text.indexOf(':') >= 0) {
            return parseInterface(text);
        }
        return new Name.Plain(label(text));
    }

    static Name.Interface parseInterface(String text) throws BadName {
        int at = text.indexOf('@');
        String path = at < 0 ? text : text.substring(0, at);
        int colon = path.indexOf(':');
        if (colon < 0) {
            throw new BadName("is not the name of an interface (namespace:package/interface)");
        }
        words(path.substring(0, colon));
        int slash = path.indexOf('/', colon);
        if (slash < 0) {
            words(path.substring(colon + 1));
            throw new BadName("has no `/` after the name of the package");
        }
        words(path.substring(colon + 1, slash));
        label(path.substring(slash + 1));
        if (at < 0) {
            return new Name.Interface(text, Optional.empty());
        }
        String version = text.substring(at + 1);
        if (!InterfaceVersion.isSemver(version) && !InterfaceVersion.isCanonical(version)) {
            throw new BadName("has `" + version + "` for a version, which is no semantic version");
        }
        return new Name.Interface(text, Optional.of(version));
    }

    private static String[] member(String text) throws BadName {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new BadName("has no `.` between resource and function");
        }
        return new String[] {label(text.substring(0, dot)), label(text.substring(dot + 1))};
    }

    private static String label(String text) throws BadName {
        if (!Label.isLabel(text)) {
            throw new BadName("has `" + text + "`, which is not in kebab case");
        }
        return text;
    }

    static void words(String text) throws BadName {
        if (!Label.isWords(text)) {
            throw new BadName("has `" + text + "`, which is not in lower kebab case");
        }
    }
}
