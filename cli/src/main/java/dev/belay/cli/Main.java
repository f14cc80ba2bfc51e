package dev.belay.cli;

/** Where Java starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code = Belay.run(Streams.ofProcess(), args);
        System.out.flush();
        System.exit(code);
    }
}
