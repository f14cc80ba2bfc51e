package dev.belay.runtime.internal.bind;

import dev.belay.component.type.FunctionType;
import dev.belay.wit.name.JavaNames;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The methods of a Java interface that call component functions. */
final class ExportMethods {
    private ExportMethods() {}

    /** Those without a body of their own, each signature once. */
    static List<Method> of(Class<?> type) {
        var methods = new ArrayList<Method>();
        var seen = new HashSet<List<Object>>();
        for (Method method : type.getMethods()) {
            var signature = List.<Object>of(
                    method.getName(), method.getReturnType(), Arrays.asList(method.getParameterTypes()));
            if (Modifier.isAbstract(method.getModifiers()) && seen.add(signature)) {
                methods.add(method);
            }
        }
        return methods;
    }

    /**
     * The name of the function that a method calls.
     *
     * @throws IllegalArgumentException if there is none, or it takes another number of parameters
     */
    static String function(String name, Method method, Map<String, FunctionType> functions) {
        for (var entry : functions.entrySet()) {
            if (JavaNames.method(entry.getKey()).equals(method.getName())) {
                int expected = entry.getValue().params().size();
                if (method.getParameterCount() != expected) {
                    throw new IllegalArgumentException("method " + method + ": expected " + expected
                            + " parameters, as " + name + "#" + entry.getKey() + " has, found "
                            + method.getParameterCount());
                }
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException(
                "method " + method.getName() + " is no function of " + name + ", which has " + functions.keySet());
    }
}
