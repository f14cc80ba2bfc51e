package dev.belay.cli;

import dev.belay.host.http.HostPort;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code HOST:PORT}, {@code :PORT} or {@code PORT}; an IPv6 host is in brackets. */
final class ListenAddress implements ITypeConverter<HostPort> {
    static final String DEFAULT_HOST = "127.0.0.1";

    @Override
    public HostPort convert(String text) {
        int colon = text.lastIndexOf(':');
        return HostPort.parse(colon <= 0 ? DEFAULT_HOST + ":" + text.substring(colon + 1) : text)
                .orElseThrow(() -> new TypeConversionException(
                        "expected HOST:PORT or a port from 0 to 65535, found '" + text + "'"));
    }
}
