package dev.belay.bench.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program of ours in a JVM of its own. */
public final class Jvm {
    private static final Pattern JETTY = Pattern.compile("/(jetty|slf4j-api)-[^/]*\\.jar$");

    private Jvm() {}

    /** The command that starts a class of this class path. */
    public static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
        return command(options, System.getProperty("java.class.path"), main, arguments);
    }

    /** The command that starts Jetty with nothing but its own jars. */
    public static List<String> jettyCommand(List<String> options, int port) {
        String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(".jar") || JETTY.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
        return command(options, jars, JettyHello.class, List.of(String.valueOf(port)));
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
