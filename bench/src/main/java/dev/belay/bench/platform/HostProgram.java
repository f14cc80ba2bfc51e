package dev.belay.bench.platform;

import dev.belay.platform.up.PlatformHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program: {@code belay up}, without its command line. */
public final class HostProgram {
    private HostProgram() {}

    /**
     * Prints, each on a line: where requests are taken, and where operators ask.
     *
     * @param args the manifest
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var asked = new CountDownLatch(1);
        PlatformHost host = PlatformHost.start(Path.of(args[0]), "bench", _ -> {}, asked::countDown);
        System.out.println(host.http());
        System.out.println(host.admin());
        host.platform().failed().forEach((name, why) -> System.err.println(name + ": " + why));
        System.out.flush();
        asked.await();
        host.close();
    }
}
