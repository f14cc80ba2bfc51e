package dev.belay.wasi.logging;

import dev.belay.runtime.HostInterface;
import dev.belay.wasi.PackageWit;
import java.util.List;

/** {@code wasi:logging/logging}. Where lines go is in an instance's {@link LogState}. */
public final class LoggingInterfaces {
    private LoggingInterfaces() {}

    private static final class Holder {
        static final PackageWit WIT = PackageWit.beside(LoggingInterfaces.class, "logging.wit", "0.1.0-draft");
        static final List<HostInterface> ALL = List.of(WIT.builder("wasi:logging/logging")
                .func("log", (call, args) -> {
                    LogState.of(call).sink().line(LogLevel.of(args[0]), LogText.line((String) args[1], (String) args[2]));
                    return null;
                })
                .build());
    }

    /** Every interface; they hold no state. */
    public static List<HostInterface> all() {
        return Holder.ALL;
    }
}
