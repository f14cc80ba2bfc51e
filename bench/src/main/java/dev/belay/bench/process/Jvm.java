package dev.belay.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program of ours in a JVM of its own. */
public final class Jvm {
    private Jvm() {}

    /** The command that starts a class of this class path. */
    public static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** Runs it to its end; gives what it printed. */
    public static String run(
            Path directory, List<String> options, int seconds, Class<?> main, List<String> arguments) {
        return Subprocess.run(directory, Map.of(), seconds, command(options, main, arguments));
    }
}
