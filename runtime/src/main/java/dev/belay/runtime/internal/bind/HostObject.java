package dev.belay.runtime.internal.bind;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.HostCall;
import dev.belay.runtime.HostFunction;
import dev.belay.runtime.value.ResultException;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wit.name.JavaNames;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A method of a Java object as a host function. A first parameter of type {@link HostCall} gets the call. */
public final class HostObject {
    private HostObject() {}

    /**
     * @throws IllegalArgumentException if {@code implementation} has no method for {@code function}
     */
    public static BoundMethod function(Object implementation, String function, FunctionType type) {
        String wanted = JavaNames.method(function);
        for (Method method : implementation.getClass().getMethods()) {
            int extra = method.getParameterCount() > 0 && method.getParameterTypes()[0] == HostCall.class ? 1 : 0;
            if (method.getName().equals(wanted)
                    && method.getParameterCount() - extra == type.params().size()) {
                method.setAccessible(true);
                HostFunction reflective = (call, args) -> invoke(implementation, method, extra, type, call, args);
                return new BoundMethod(implementation, method, extra == 1, reflective);
            }
        }
        throw new IllegalArgumentException("expected a public method " + wanted + " with " + type.params().size()
                + " parameters in " + implementation.getClass().getName() + " for function '" + function
                + "', found none");
    }

    private static @Nullable Object invoke(
            Object target, Method method, int extra, FunctionType type, HostCall call, Object[] args) {
        var given = new Object[args.length + extra];
        if (extra == 1) {
            given[0] = call;
        }
        var wanted = method.getGenericParameterTypes();
        for (int i = 0; i < args.length; i++) {
            given[i + extra] = JavaShapes.shape(args[i], type.params().get(i).type(), wanted[i + extra]);
        }
        Optional<ValueType> result = type.result();
        try {
            Object returned = method.invoke(target, given);
            if (result.isEmpty()) {
                return null;
            }
            if (result.get() instanceof ValueType.Result r && !(returned instanceof ResultValue)) {
                return returned == null
                        ? ResultValue.ok()
                        : ResultValue.ok(JavaArguments.plain(returned, r.ok().orElseThrow()));
            }
            return returned == null ? null : JavaArguments.plain(returned, result.get());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ResultException failure && result.orElse(null) instanceof ValueType.Result r) {
                return new ResultValue.Err(
                        failure.error().map(error -> JavaArguments.plain(error, r.error().orElseThrow())));
            }
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("cannot call " + method + "; make it and its class public", e);
        }
    }
}
