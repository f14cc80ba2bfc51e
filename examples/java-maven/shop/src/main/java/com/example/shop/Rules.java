package com.example.shop;

import com.example.shop.acme.rules.Approval;
import dev.belay.runtime.Component;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Linker;
import dev.belay.wasi.logging.LogState;
import dev.belay.wasi.logging.LoggingInterfaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A rule that somebody else wrote: each order is decided by a fresh instance of it. */
public final class Rules {
    private final LinkedComponent component;
    private final InstanceState state;

    /** @param log is given what the rule logs */
    public Rules(Path file, Consumer<String> log) throws IOException {
        this.component = new Linker().define(LoggingInterfaces.all()).link(Component.load(file));
        this.state = InstanceState.of(LogState.class, new LogState((level, line) -> log.accept(level + " " + line)));
    }

    /** @throws dev.belay.runtime.Trap if the rule fails */
    public Approval.Decision decide(Approval.Customer who, List<Approval.Line> lines) {
        try (Instance instance = component.instantiate(state, Limits.defaults())) {
            Approval approval = instance.bind(Approval.class);
            return approval.decide(who, lines);
        }
    }
}
