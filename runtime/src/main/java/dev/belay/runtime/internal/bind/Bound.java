package dev.belay.runtime.internal.bind;

/** Makes objects that implement a Java interface by calls. Written classes are both this and the objects. */
public interface Bound {
    /** Named so that no interface has a method of that name. */
    String BIND = "belay$bind";

    /**
     * @param name what the object says that it is
     * @param calls by method, as the class numbers them
     */
    Object belay$bind(String name, ExportCall[] calls);
}
