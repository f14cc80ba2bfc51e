package dev.belay.runtime.internal.bind;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.value.ResultException;
import dev.belay.runtime.value.ResultValue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Java interface whose methods call component functions, by reflection: where no class can be written for it. */
public final class ExportProxy implements InvocationHandler {
    private final String name;
    private final Map<Method, ComponentFunction> functions;

    private ExportProxy(String name, Map<Method, ComponentFunction> functions) {
        this.name = name;
        this.functions = functions;
    }

    /**
     * @param functions by their component names
     * @throws IllegalArgumentException if a method of {@code type} is none of them, or takes another number of parameters
     */
    public static <T> T of(String name, Class<T> type, Map<String, ComponentFunction> functions) {
        var byMethod = new HashMap<Method, ComponentFunction>();
        var types = new HashMap<String, FunctionType>();
        functions.forEach((function, its) -> types.put(function, its.type()));
        for (Method method : ExportMethods.of(type)) {
            byMethod.put(method, functions.get(ExportMethods.function(name, method, types)));
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new ExportProxy(name, byMethod)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        ComponentFunction function = functions.get(method);
        if (function == null) {
            return switch (method.getName()) {
                case "toString" -> name;
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> args != null && proxy == args[0];
                default -> InvocationHandler.invokeDefault(proxy, method, args);
            };
        }
        FunctionType type = function.type();
        Object[] given = args == null ? new Object[0] : args.clone();
        for (int i = 0; i < given.length; i++) {
            given[i] = JavaArguments.plain(given[i], type.params().get(i).type());
        }
        Optional<Object> result = function.call(given);
        Type wanted = method.getGenericReturnType();
        if (result.isEmpty()) {
            return null;
        }
        if (type.result().orElseThrow() instanceof ValueType.Result r && wanted != ResultValue.class) {
            return switch ((ResultValue) result.get()) {
                case ResultValue.Ok(var ok) -> wanted == void.class
                        ? null
                        : JavaShapes.shape(ok.orElseThrow(), r.ok().orElseThrow(), wanted);
                case ResultValue.Err(var error) -> throw new ResultException(error);
            };
        }
        return wanted == void.class ? null : JavaShapes.shape(result.get(), type.result().get(), wanted);
    }
}
