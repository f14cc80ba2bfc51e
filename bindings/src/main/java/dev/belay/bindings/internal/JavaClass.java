package dev.belay.bindings.internal;

/**
 * The Java class of an interface or world.
 *
 * @param packageName {@code wasi.http}
 * @param name {@code Types}
 */
public record JavaClass(String packageName, String name) {
    public static JavaClass of(String qualified) {
        int dot = qualified.lastIndexOf('.');
        return new JavaClass(qualified.substring(0, Math.max(dot, 0)), qualified.substring(dot + 1));
    }

    public String qualified() {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** A class that belongs to this one. */
    JavaClass beside(String suffix) {
        return new JavaClass(packageName, name + suffix);
    }

    String path() {
        return qualified().replace('.', '/') + ".java";
    }
}
