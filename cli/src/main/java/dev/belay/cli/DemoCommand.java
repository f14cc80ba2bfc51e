package dev.belay.cli;

import dev.belay.host.http.Routes;
import dev.belay.runtime.LinkedComponent;
import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.messaging.MessageHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Composes the wasmPay example's harness with the validator of each bank, and serves them.",
        footer = {
            "",
            "Examples:",
            "  belay demo",
            "  belay demo --http 127.0.0.1:9000",
            "  belay demo --nats nats://127.0.0.1:4222",
            "",
            "Each bank answers at /BANK/validate, and to messages on wasmpay.BANK.validate. Ctrl-C ends it."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String PATH = "/validate";

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final HostOptions host = new HostOptions();

    private final Streams streams;

    DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var banks = banks();
        var servers = new Servers(server, host, streams);
        try {
            serve(servers, banks);
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
        return UntilStopped.run(servers::close, streams);
    }

    private Map<String, LinkedComponent> banks() {
        var banks = new LinkedHashMap<String, LinkedComponent>();
        var example = WasmPay.find();
        try (var progress = Progress.on(streams)) {
            for (String bank : example.banks()) {
                progress.show("Composing " + bank);
                banks.put(bank, host.grants().link(example.compose(bank), bank));
            }
        }
        return banks;
    }

    private void serve(Servers servers, Map<String, LinkedComponent> banks) {
        var handlers = new LinkedHashMap<String, HttpHandler>();
        banks.forEach((bank, component) -> handlers.put(bank, HttpHandler.of(component)));
        // HTTP first: that the port is taken is what fails most often.
        String url = servers.serveHttp(Routes.byFirstSegment(handlers));
        banks.forEach((bank, component) ->
                servers.serveMessages(MessageHandler.of(component), List.of(subject(bank)), Optional.empty()));
        banks.keySet().forEach(bank -> streams.out().println(url + "/" + bank + PATH));
        banks.keySet().forEach(bank -> streams.out().println("messages on " + subject(bank) + " of " + servers.busName()));
        streams.out().println();
        streams.out().println("Try:");
        streams.out().println(WasmPay.curl(url + "/" + banks.keySet().stream()
                .filter(WasmPay.EXAMPLE_BANK::equals)
                .findFirst()
                .orElse(banks.keySet().iterator().next()) + PATH));
        streams.out().println();
        streams.out().println("Ctrl-C stops it.");
        streams.out().flush();
    }

    private static String subject(String bank) {
        return "wasmpay." + bank + ".validate";
    }
}
