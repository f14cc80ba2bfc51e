package dev.belay.wasi.http;

import dev.belay.runtime.HostInterface;
import dev.belay.wasi.Interfaces;
import dev.belay.wasi.io.IoError;
import java.util.List;

/**
 * {@code wasi:http} for a {@link dev.belay.runtime.Linker} that knows {@link dev.belay.wasi.Wasi#interfaces()}: {@code
 * linker.define(HttpInterfaces.all())}.
 */
public final class HttpInterfaces {
    private HttpInterfaces() {}

    private static final class Holder {
        static final List<HostInterface> ALL = List.of(types(), outgoingHandler());
    }

    /**
     * Types and outgoing-handler. They hold no state: what an instance may do is in the {@link HttpState} that it is made
     * with, and without one it may send nothing.
     */
    public static List<HostInterface> all() {
        return Holder.ALL;
    }

    private static HostInterface types() {
        HostInterface.Builder types = Interfaces.builder("wasi:http/types")
                .func("http-error-code", (_, args) -> HttpErrors.code((IoError) args[0]));
        FieldsFunctions.define(types);
        IncomingFunctions.define(types);
        ResponseFunctions.define(types);
        RequestFunctions.define(types);
        BodyFunctions.define(types);
        return types.build();
    }

    private static HostInterface outgoingHandler() {
        return Interfaces.builder("wasi:http/outgoing-handler")
                .func("handle", (call, args) -> OutgoingHandler.handle(HttpState.of(call), args))
                .build();
    }
}
