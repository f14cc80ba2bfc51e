package dev.belay.cli;

import dev.belay.host.http.HttpServer;
import dev.belay.host.http.Routes;
import dev.belay.runtime.Component;
import dev.belay.runtime.LinkedComponent;
import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.messaging.MessageHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Answers HTTP requests and messages with a component, a fresh instance for each.",
        footer = {
            "",
            "Examples:",
            "  belay serve app.wasm",
            "  belay serve app.wasm --http 0.0.0.0:9000 --timeout 5s --max-memory 64m",
            "  belay serve app.wasm --http 127.0.0.1:0",
            "  belay serve app.wasm --nats nats://127.0.0.1:4222 --subscribe 'payments.*' --queue app",
            "",
            "Serves what the component exports: wasi:http/incoming-handler@0.2, wasmcloud:messaging/handler@0.2, or both. "
                    + "Prints a line for each on stdout once it is ready. Ctrl-C or SIGTERM: what is in flight is "
                    + "finished, then it ends with 0."
        })
final class ServeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The component; - for stdin.")
    private String file = Files.STANDARD;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--subscribe", paramLabel = "SUBJECT", converter = HostOptions.SubjectText.class,
            description = "Handle the messages on a subject: payments.created, payments.*, payments.>.")
    private List<String> subjects = List.of();

    @Option(names = "--queue", paramLabel = "GROUP",
            description = "Share the messages with all servers of this group.")
    private Optional<String> queue = Optional.empty();

    @Mixin
    private final HostOptions host = new HostOptions();

    @Mixin
    private final EngineOptions engine = new EngineOptions();

    private final Streams streams;

    ServeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (subjects.isEmpty() || server.http().isPresent()) {
            HttpServer.prepare();
        }
        var component = engine.load(ComponentFile.read(file, streams));
        boolean http = HttpHandler.isExportedBy(component);
        boolean messages = MessageHandler.isExportedBy(component);
        check(component, http, messages);
        var linked = host.grants().link(component, file);
        var servers = new Servers(server, host, streams);
        try {
            start(servers, linked, http, messages);
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
        return UntilStopped.run(servers::close, streams);
    }

    private void check(Component component, boolean http, boolean messages) {
        if (!http && !messages) {
            throw new Failure(file + ": expected a component that exports " + HttpHandler.INTERFACE + "@0.2 or "
                    + MessageHandler.INTERFACE + "@0.2, found one that exports "
                    + Worded.names(component.type().exports().keySet()));
        }
        if (!http && server.http().isPresent()) {
            throw new Failure(file + ": --http needs a component that exports " + HttpHandler.INTERFACE + "@0.2");
        }
        if (!messages && !subjects.isEmpty()) {
            throw new Failure(file + ": --subscribe needs a component that exports " + MessageHandler.INTERFACE + "@0.2");
        }
        if (!http && subjects.isEmpty()) {
            throw new Failure(file + ": handles messages: name their subjects with --subscribe", ExitCode.USAGE);
        }
        if (queue.isPresent() && subjects.isEmpty()) {
            throw new Failure("--queue needs --subscribe", ExitCode.USAGE);
        }
    }

    private void start(Servers servers, LinkedComponent linked, boolean http, boolean messages) {
        if (messages && !subjects.isEmpty()) {
            servers.serveMessages(MessageHandler.of(linked), subjects, queue);
            subjects.forEach(subject -> streams.out().println("messages on " + subject + " of " + servers.busName()));
        } else if (messages) {
            streams.err().println("note: messages are not served: name their subjects with --subscribe");
        }
        if (http) {
            streams.out().println(servers.serveHttp(Routes.to(HttpHandler.of(linked))));
        }
        streams.out().flush();
    }
}
