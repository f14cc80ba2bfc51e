package dev.belay.bench;

import picocli.CommandLine;

/** Starts {@link BenchCommand}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand()).execute(args));
    }
}
