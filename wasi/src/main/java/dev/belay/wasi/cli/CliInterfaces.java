package dev.belay.wasi.cli;

import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.Interfaces;
import dev.belay.wasi.WasiContext;
import java.util.List;
import java.util.Optional;

/** {@code wasi:cli}, what commands import. */
public final class CliInterfaces {
    private CliInterfaces() {}

    public static List<HostInterface> all() {
        return List.of(
                environment(),
                exit(),
                Interfaces.builder("wasi:cli/stdin")
                        .func("get-stdin", (call, _) -> WasiContext.of(call).stdin())
                        .build(),
                Interfaces.builder("wasi:cli/stdout")
                        .func("get-stdout", (call, _) -> WasiContext.of(call).stdout())
                        .build(),
                Interfaces.builder("wasi:cli/stderr")
                        .func("get-stderr", (call, _) -> WasiContext.of(call).stderr())
                        .build(),
                Interfaces.builder("wasi:cli/terminal-input").build(),
                Interfaces.builder("wasi:cli/terminal-output").build(),
                Interfaces.builder("wasi:cli/terminal-stdin")
                        .func("get-terminal-stdin", (call, _) -> terminal(WasiContext.of(call).isTerminal()))
                        .build(),
                Interfaces.builder("wasi:cli/terminal-stdout")
                        .func("get-terminal-stdout", (call, _) -> terminal(WasiContext.of(call).isTerminal()))
                        .build(),
                Interfaces.builder("wasi:cli/terminal-stderr")
                        .func("get-terminal-stderr", (call, _) -> terminal(WasiContext.of(call).isTerminal()))
                        .build());
    }

    private static HostInterface environment() {
        return Interfaces.builder("wasi:cli/environment")
                .func("get-environment", (call, _) -> WasiContext.of(call).environment().entrySet().stream()
                        .map(e -> List.of(e.getKey(), e.getValue()))
                        .toList())
                .func("get-arguments", (call, _) -> WasiContext.of(call).arguments())
                .func("initial-cwd", (_, _) -> Optional.empty())
                .build();
    }

    private static HostInterface exit() {
        return Interfaces.builder("wasi:cli/exit")
                .func("exit", (_, args) -> {
                    throw new ExitException(args[0] instanceof ResultValue.Ok ? 0 : 1);
                })
                .func("exit-with-code", (_, args) -> {
                    throw new ExitException((Integer) args[0]);
                })
                .build();
    }

    private static Optional<Object> terminal(boolean is) {
        return is ? Optional.of(new Terminal()) : Optional.empty();
    }
}
