package dev.belay.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code HOST:PORT}, {@code :PORT} or {@code PORT}; an IPv6 host is in brackets. */
record Address(String host, int port) {
    static final String DEFAULT_HOST = "127.0.0.1";
    private static final int MAX_PORT = 65_535;

    static final class Converter implements ITypeConverter<Address> {
        @Override
        public Address convert(String text) {
            int colon = text.lastIndexOf(':');
            String host = colon <= 0 ? DEFAULT_HOST : text.substring(0, colon);
            String port = text.substring(colon + 1);
            if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
                throw new TypeConversionException("expected HOST:PORT or a port from 0 to 65535, found '" + text + "'");
            }
            return new Address(host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port));
        }
    }

    String url() {
        return "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    Address withPort(int other) {
        return new Address(host, other);
    }
}
