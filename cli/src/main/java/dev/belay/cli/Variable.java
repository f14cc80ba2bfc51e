package dev.belay.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An environment variable to give to a component: {@code K=V}, or {@code K} for the value it has here. */
record Variable(String name, String value) {

    static final class Converter implements ITypeConverter<Variable> {
        @Override
        public Variable convert(String text) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            if (name.isEmpty()) {
                throw new TypeConversionException("expected NAME=VALUE or NAME, found '" + text + "'");
            }
            if (equals >= 0) {
                return new Variable(name, text.substring(equals + 1));
            }
            String here = System.getenv(name);
            if (here == null) {
                throw new TypeConversionException("'" + name + "' is not set here; give it a value: " + name + "=VALUE");
            }
            return new Variable(name, here);
        }
    }
}
