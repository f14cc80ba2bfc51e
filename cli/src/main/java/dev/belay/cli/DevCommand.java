package dev.belay.cli;

import dev.belay.cli.dev.DevEvent;
import dev.belay.cli.dev.Development;
import dev.belay.cli.dev.Recipe;
import dev.belay.host.http.HttpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dev",
        mixinStandardHelpOptions = true,
        description = "Serves a component while it is written: builds it and swaps it whenever something is saved.",
        footer = {
            "",
            "Examples:",
            "  belay dev my-handler",
            "  belay dev my-validator --harness harness.wasm",
            "  belay dev --build 'cargo component build' --output target/wasm32-wasip1/debug/app.wasm",
            "  belay dev app.wasm --harness harness.wasm --wrap log.wasm",
            "",
            "A project is one in Java (sources in src/main/java, WIT in wit/), one with a build.sh, or any with --build. Requests",
            "in flight are finished by the revision that they began with. While something is to be mended, it is the answer."
        })
final class DevCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project, or a component to watch; default: the current directory.")
    private Path project = Path.of("");

    @Option(names = "--harness", paramLabel = "FILE",
            description = "Serve this component, with the project's plugged into it; given again, the others are plugged in as well.")
    private List<String> harness = List.of();

    @Option(names = "--wrap", paramLabel = "FILE", description = "Middleware, as for `belay plug`; can be given again.")
    private List<String> wraps = List.of();

    @Mixin
    private final RecipeOptions recipes = new RecipeOptions();

    @Option(names = "--watch", paramLabel = "PATH", description = "A file or directory to watch as well; can be given again.")
    private List<Path> watched = List.of();

    @Option(names = "--ignore", paramLabel = "NAME",
            description = "Do not watch files and directories of this name; can be given again. Never watched: target, "
                    + "node_modules, what begins with a dot, and what editors leave.")
    private Set<String> ignored = Set.of();

    @Option(names = "--keep-serving", description = "Go on with the last revision that was good while something is to be mended.")
    private boolean keepServing;

    @Option(names = "--build-timeout", paramLabel = "TIME", converter = Units.OfTime.class,
            description = "How long a build may take: 30s, 2m. Default: 5m.")
    private Duration longest = Duration.ofMinutes(5);

    @Option(names = "--json", description = "Tell what happens as JSON, a line each, on stdout.")
    private boolean json;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final HostOptions host = new HostOptions();

    @Mixin
    private final EngineOptions engine = new EngineOptions();

    private final Streams streams;

    DevCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        HttpServer.prepare();
        Recipe recipe = recipes.recipe(project, streams);
        var servers = new Servers(server, host, streams);
        try {
            var assembly = new DevAssembly(
                    name(), harness, wraps, engine::load, servers.states(), server.limits(), streams);
            var settings = new Development.Settings(watched, ignored, keepServing, longest);
            Consumer<DevEvent> events = json ? new DevJson(streams) : new DevOutput(project, streams);
            var development = new Development(recipe, assembly, settings, events);
            String url = servers.serveHttp(development.router());
            if (json) {
                Json.print(Map.of("event", "listening", "url", url), streams);
            } else {
                streams.out().println(url);
            }
            streams.out().flush();
            development.start();
            return UntilStopped.run(() -> {
                development.close();
                servers.close();
            }, streams);
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /** What the component is called in messages. */
    private String name() {
        return String.valueOf(project.toAbsolutePath().normalize().getFileName());
    }
}
