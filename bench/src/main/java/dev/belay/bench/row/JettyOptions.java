package dev.belay.bench.row;

import dev.belay.bench.process.Jvm;
import dev.belay.bench.process.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What bare Jetty's JVM is started with: the same as Belay's and, if that has one, an AOT cache of its own. */
final class JettyOptions {
    private static final String AOT_CACHE = "-XX:AOTCache=";
    private static final String AOT_OUTPUT = "-XX:AOTCacheOutput=";
    private static final int OK = 200;

    private JettyOptions() {}

    /** @param options of Belay's JVM */
    static List<String> like(List<String> options, Setup setup) {
        var same = new ArrayList<>(options.stream()
                .filter(option -> option.startsWith("-X") && !option.startsWith("-XX:AOT"))
                .toList());
        if (options.stream().anyMatch(option -> option.startsWith(AOT_CACHE))) {
            Path cache = setup.work().resolve("jetty.aot");
            var training = new ArrayList<>(same);
            training.add(AOT_OUTPUT + cache);
            ServerProcess.start(
                            port -> Jvm.jettyCommand(training, setup.work(), port),
                            Map.of(), setup.work().resolve("training.log"), OK)
                    .close();
            same.add(AOT_CACHE + cache);
        }
        return same;
    }
}
