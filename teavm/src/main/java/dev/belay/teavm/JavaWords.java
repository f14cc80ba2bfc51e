package dev.belay.teavm;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.model.FieldReference;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;

/** TeaVM's text with names as Java's sources have them, and of the first of them what a source says of it. */
final class JavaWords extends DefaultProblemTextConsumer {
    private static final String CONSTRUCTOR = "<init>";

    private String name = "";

    /** As it stands in a source: {@code getMethods}; empty if the text names nothing. */
    String name() {
        return name;
    }

    @Override
    public void appendClass(String type) {
        first(simple(type));
        append(type.replace('$', '.'));
    }

    @Override
    public void appendMethod(MethodReference method) {
        first(method.getName().equals(CONSTRUCTOR) ? simple(method.getClassName()) : method.getName());
        append(method(method));
    }

    @Override
    public void appendField(FieldReference field) {
        first(field.getFieldName());
        append(field.getClassName().replace('$', '.') + "." + field.getFieldName());
    }

    private void first(String its) {
        name = name.isEmpty() ? its : name;
    }

    /** {@code java.lang.System.load(String)}. */
    static String method(MethodReference method) {
        String type = method.getClassName().replace('$', '.');
        String parameters =
                Arrays.stream(method.getParameterTypes()).map(JavaWords::type).collect(Collectors.joining(", ", "(", ")"));
        return method.getName().equals(CONSTRUCTOR) ? "new " + type + parameters : type + "." + method.getName() + parameters;
    }

    private static String type(ValueType type) {
        return switch (type) {
            case ValueType.Object object -> simple(object.getClassName());
            case ValueType.Array array -> type(array.getItemType()) + "[]";
            default -> type.toString();
        };
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
