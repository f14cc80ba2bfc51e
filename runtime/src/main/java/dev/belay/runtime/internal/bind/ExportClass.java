package dev.belay.runtime.internal.bind;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.value.ResultValue;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A Java interface and the class that was written for it and a component's functions: what instances share. Thread-safe.
 *
 * @param functions by method, as the class numbers them: their names
 * @param leaves what {@link Guest} is to have
 */
public record ExportClass(Bound prototype, List<String> functions, List<LeafType> leaves) {

    /**
     * @param name of the component's interface
     * @return empty if no class can be written that has access to all that it needs, or it would be too large
     * @throws IllegalArgumentException if a method of {@code type} is none of the functions, or its types do not fit
     */
    public static Optional<ExportClass> of(String name, Class<?> type, Map<String, FunctionType> functions) {
        List<Method> methods = ExportMethods.of(type);
        List<String> names =
                methods.stream().map(m -> ExportMethods.function(name, m, functions)).toList();
        try {
            Access access = Access.beside(type);
            access.checked(type);
            var fits = new Fits(access);
            var written = new ArrayList<ExportWriter.Function>();
            var key = new StringBuilder();
            for (int i = 0; i < names.size(); i++) {
                FunctionType its = Objects.requireNonNull(functions.get(names.get(i)));
                written.add(function(name, names.get(i), methods.get(i), its, fits));
                key.append(methods.get(i).getName()).append(' ').append(its).append('\n');
            }
            return write(type, key.toString(), access, written)
                    .map(prototype -> new ExportClass(prototype, names, fits.leaves()));
        } catch (Access.Denied _) {
            return Optional.empty();
        }
    }

    private static Optional<Bound> write(
            Class<?> type, String key, Access access, List<ExportWriter.Function> functions) {
        try {
            return Optional.of((Bound) WrittenClasses.prototype(
                    type, key, access, () -> new ExportWriter(type, functions).write(access)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a method would be too large
        }
    }

    private static ExportWriter.Function function(
            String name, String function, Method method, FunctionType type, Fits fits) {
        try {
            return function(method, type, fits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "method " + method + " does not fit " + name + "#" + function + ": " + e.getMessage(), e);
        }
    }

    private static ExportWriter.Function function(Method method, FunctionType type, Fits fits) {
        for (Class<?> each : method.getParameterTypes()) {
            fits.access().checked(each);
        }
        fits.access().checked(method.getReturnType());
        var params = new ArrayList<Fit>();
        for (int i = 0; i < type.params().size(); i++) {
            params.add(fits.of(
                    type.params().get(i).type(), method.getGenericParameterTypes()[i], Fits.Direction.LOWER));
        }
        Type wanted = method.getGenericReturnType();
        if (type.result().orElse(null) instanceof ValueType.Result r && wanted != ResultValue.class) {
            return new ExportWriter.Function(
                    method,
                    type,
                    params,
                    result(r.ok(), wanted, fits),
                    true,
                    r.error().map(e -> fits.of(e, Object.class, Fits.Direction.LIFT)));
        }
        return new ExportWriter.Function(
                method, type, params, result(type.result(), wanted, fits), false, Optional.empty());
    }

    private static Optional<Fit> result(Optional<ValueType> type, Type wanted, Fits fits) {
        if (type.isEmpty() && wanted instanceof Class<?> c && c.isPrimitive() && c != void.class) {
            throw new IllegalArgumentException("expected no result, found " + c);
        }
        return type.map(t -> fits.of(t, wanted == void.class ? Object.class : wanted, Fits.Direction.LIFT));
    }
}
