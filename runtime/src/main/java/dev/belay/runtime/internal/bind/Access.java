package dev.belay.runtime.internal.bind;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** What a class may use that is written beside a class of the embedder, as one of its nest. */
final class Access {
    /** Written code may not use a type. */
    static final class Denied extends RuntimeException {
        Denied(String message) {
            super(message);
        }
    }

    private final Lookup lookup;

    private Access(Lookup lookup) {
        this.lookup = lookup;
    }

    /**
     * @throws Denied if nothing can be written beside {@code type}
     */
    static Access beside(Class<?> type) {
        try {
            return new Access(MethodHandles.privateLookupIn(type, MethodHandles.lookup()));
        } catch (IllegalAccessException e) {
            throw new Denied(type + " does not let other classes be written beside it: " + e.getMessage());
        }
    }

    Lookup lookup() {
        return lookup;
    }

    /** A class, if written code can name it and may use it. */
    Class<?> checked(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element.isPrimitive()) {
            return type;
        }
        try {
            lookup.accessClass(element);
            if (element.isHidden() || lookup.findClass(element.getName()) != element) {
                throw new Denied(element + " is another class of that name");
            }
            return type;
        } catch (ClassNotFoundException | IllegalAccessException e) {
            throw new Denied("no access to " + element + ": " + e.getMessage());
        }
    }

    /** A record, if written code may make it and read it. */
    Class<?> record(Class<?> type) {
        checked(type);
        try {
            RecordComponent[] components = type.getRecordComponents();
            lookup.unreflectConstructor(type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)));
            for (RecordComponent component : components) {
                lookup.unreflect(component.getAccessor());
                checked(component.getType());
            }
            return type;
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new Denied("no access to what " + type + " is made of: " + e.getMessage());
        }
    }
}
