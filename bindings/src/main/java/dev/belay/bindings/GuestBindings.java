package dev.belay.bindings;

import dev.belay.bindings.internal.Guest;
import dev.belay.wit.resolve.WitWorld;
import java.util.List;
import java.util.Map;

/**
 * The sources for a component in Java: what it calls, what it implements, and what moves values between the two and its
 * memory. They need {@code belay-guest} to compile.
 */
public final class GuestBindings {
    private final Guest guest;

    private GuestBindings(Guest guest) {
        this.guest = guest;
    }

    /**
     * @param base the Java package that all others go below; empty for none
     * @param given the Java classes of interfaces that exist already, by the interfaces' full names
     * @throws BindingsException if the world has what there is no Java for
     */
    public static GuestBindings of(WitWorld world, String base, Map<String, String> given) {
        return new GuestBindings(new Guest(world, base, given));
    }

    /** Classes to call imports with, interfaces to implement. */
    public List<JavaFile> api() {
        return guest.api();
    }

    /** The Java interfaces that a component of the world implements, by the names of the exports. */
    public Map<String, String> toImplement() {
        return guest.toImplement();
    }

    /**
     * What makes exports of the classes that implement them, and the program's main class.
     *
     * @param implementations the qualified names of classes with a constructor without parameters, by the names of the
     *     exports
     */
    public List<JavaFile> exports(Map<String, String> implementations) {
        return guest.exports(implementations);
    }

    /**
     * Classes that implement what the world exports, and throw: to begin with.
     *
     * @param javaPackage theirs
     */
    public List<JavaFile> stubs(String javaPackage) {
        return guest.stubs(javaPackage);
    }

    /** The qualified name of the class that is the program's main one. */
    public String mainClass() {
        return guest.mainClass();
    }
}
