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
        return command(options, System.getProperty("java.class.path"), main, arguments);
    }

    /**
     * The command that starts Jetty with nothing but jars.
     *
     * @param directory has, from the first such command on, the jar of the program
     */
    public static List<String> jettyCommand(List<String> options, Path directory, int port) {
        return command(options, JettyClassPath.in(directory), JettyHello.class, List.of(String.valueOf(port)));
    }

    private static List<String> command(
            List<String> options, String classPath, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath);
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
