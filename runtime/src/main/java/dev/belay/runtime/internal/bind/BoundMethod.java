package dev.belay.runtime.internal.bind;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.HostCall;
import dev.belay.runtime.HostFunction;
import dev.belay.runtime.value.ResultValue;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method of a Java object that meets a component's import: by a class that is written for it and, where that cannot be, by
 * {@linkplain HostObject reflection}.
 *
 * @param givesCall whether the method takes the call first
 */
public record BoundMethod(Object target, Method method, boolean givesCall, HostFunction reflective)
        implements HostFunction {

    /**
     * What was written for the method and the type of a function: what instances share.
     *
     * @param leaves what {@link Guest} is to have
     */
    public record Written(Met prototype, List<LeafType> leaves) {}

    @Override
    public @Nullable Object call(HostCall call, Object[] args) {
        return reflective.call(call, args);
    }

    /**
     * @param type as the component that imports the function has it
     * @return empty if no class can be written that has access to all that it needs, or it would be too large
     * @throws IllegalArgumentException if the method's types do not fit
     */
    public Optional<Written> written(FunctionType type) {
        Class<?> beside = target.getClass();
        try {
            Class<?> owner = owner();
            if (beside.isHidden()) {
                beside = owner;
            }
            Access access = Access.beside(beside);
            var fits = new Fits(access);
            ImportWriter.Function function = function(access.checked(owner), type, fits);
            String key = owner.getName() + " " + method + " " + type;
            Class<?> home = beside;
            Object prototype = WrittenClasses.prototype(
                    beside, key, access, () -> new ImportWriter(home, function).write(access));
            return Optional.of(new Written((Met) prototype, fits.leaves()));
        } catch (Access.Denied _) {
            return Optional.empty();
        }
    }

    /** What the object is called as: its class or, if that has no name for others, an interface with the method. */
    private Class<?> owner() {
        Class<?> type = target.getClass();
        if (!type.isHidden()) {
            return type;
        }
        return Arrays.stream(type.getInterfaces())
                .filter(each -> Arrays.stream(each.getMethods()).anyMatch(this::isSame))
                .findFirst()
                .orElseThrow(() -> new Access.Denied(type + " is hidden"));
    }

    private boolean isSame(Method other) {
        return other.getName().equals(method.getName())
                && other.getReturnType() == method.getReturnType()
                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes());
    }

    private ImportWriter.Function function(Class<?> owner, FunctionType type, Fits fits) {
        for (Class<?> each : method.getParameterTypes()) {
            fits.access().checked(each);
        }
        fits.access().checked(method.getReturnType());
        var params = new ArrayList<Fit>();
        Type[] given = method.getGenericParameterTypes();
        for (int i = 0; i < type.params().size(); i++) {
            params.add(fits.of(
                    type.params().get(i).type(), given[i + (givesCall ? 1 : 0)], Fits.Direction.LIFT));
        }
        Type returned = method.getGenericReturnType();
        Optional<ValueType> result = type.result();
        Optional<Fit> error = Optional.empty();
        boolean catches = false;
        if (result.orElse(null) instanceof ValueType.Result r) {
            if (returned == ResultValue.class || returned == Object.class) {
                throw new Access.Denied("what the method gives is known when it has returned");
            }
            catches = true;
            result = r.ok();
            error = r.error().map(e -> fits.of(e, Object.class, Fits.Direction.LOWER));
        }
        if (result.isPresent() && returned == void.class) {
            throw new Access.Denied("the method gives no result"); // as reflection finds when it is called
        }
        return new ImportWriter.Function(
                owner,
                method,
                type,
                givesCall,
                params,
                result.map(t -> fits.of(t, returned, Fits.Direction.LOWER)),
                catches,
                error);
    }
}
