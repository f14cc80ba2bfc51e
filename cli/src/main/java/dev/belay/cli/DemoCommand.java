package dev.belay.cli;

import dev.belay.host.http.HttpServer;
import dev.belay.host.http.Routes;
import dev.belay.runtime.Limits;
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
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs the wasmPay example: a payment platform whose banks bring their own validators.",
        footer = {
            "",
            "Examples:",
            "  belay demo",
            "  belay demo --http 127.0.0.1:9000",
            "  belay demo --nats nats://127.0.0.1:4222",
            "",
            "A web page at /, an API below /api/v1, and each validator at /NAME/validate and to messages on",
            "wasmpay.NAME.validate. The ledger is a process of its own and forgets all when it ends. Ctrl-C ends it all."
        })
final class DemoCommand implements Callable<Integer> {
    /**
     * Ends before the manager stops waiting, so that it is told. Long, since the first call of a validator compiles it: an engine
     * of JavaScript on a busy machine takes some seconds for that.
     */
    private static final Limits VALIDATOR = Limits.forRequests().withDeadline(WasmPay.PATIENCE.minusSeconds(5));

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final HostOptions host = new HostOptions();

    @Option(names = "--ledger", paramLabel = "URL",
            description = "Use a ledger that runs, such as http://127.0.0.1:9090. Default: one is started.")
    private Optional<String> ledger = Optional.empty();

    private final Streams streams;

    DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var example = WasmPay.find();
        var servers = new Servers(server, host, streams);
        try {
            var started = ledger.isPresent() ? Optional.<LedgerProcess>empty() : Optional.of(LedgerProcess.start(example.directory()));
            started.ifPresent(servers::stopLast);
            HttpServer.prepare();
            try (var progress = Progress.on(streams)) {
                var validators = validators(example, progress);
                progress.show("Starting the ledger");
                String books = ledger.orElseGet(() -> started.orElseThrow().url());
                progress.show("Composing the gateway");
                serve(servers, validators, Grants.link(example.gateway(books)), books);
            }
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
        return UntilStopped.run(servers::close, streams);
    }

    private Map<String, LinkedComponent> validators(WasmPay example, Progress progress) {
        var validators = new LinkedHashMap<String, LinkedComponent>();
        for (String name : example.validators()) {
            progress.show("Composing " + name);
            validators.put(name, host.grants().link(example.compose(name), name));
        }
        return validators;
    }

    private void serve(Servers servers, Map<String, LinkedComponent> validators, LinkedComponent gateway, String books) {
        var handlers = new LinkedHashMap<String, HttpHandler>();
        validators.forEach((name, component) -> handlers.put(name, HttpHandler.of(component)));
        var front = HttpHandler.of(gateway);
        // HTTP first: that the port is taken is what fails most often.
        String url = servers.serveHttp(
                Routes.byFirstSegment(handlers).otherwise(front),
                Map.of(front, servers.reaching(books, WasmPay.subject("*"))));
        validators.forEach((name, component) ->
                servers.serveMessages(MessageHandler.of(component), List.of(WasmPay.subject(name)), Optional.of(name), VALIDATOR));
        say(url, servers, validators.keySet().stream().toList(), books);
    }

    private void say(String url, Servers servers, List<String> validators, String books) {
        var out = streams.out();
        out.println(url + "/");
        validators.forEach(name -> out.println(url + "/" + name + "/validate"));
        out.println("messages on " + WasmPay.subject("*") + " of " + servers.busName());
        out.println("the ledger at " + books);
        out.println();
        out.println("Open " + url + "/ or try a payment that is approved, and one that is refused:");
        out.println();
        out.println(WasmPay.curl(url, "USD"));
        out.println();
        out.println(WasmPay.curl(url, "GBP"));
        out.println();
        out.println("Ctrl-C stops it.");
        out.flush();
    }
}
