package dev.belay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.bench.process.Subprocess;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SubprocessTest {
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatAProgramHasStartedEndsWithIt() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; wait").start();
        long started = Long.parseLong(shell.inputReader().readLine());
        ProcessHandle sleeping = ProcessHandle.of(started).orElseThrow();

        Subprocess.end(shell, 10);

        assertThat(shell.isAlive()).isFalse();
        sleeping.onExit().get(10, TimeUnit.SECONDS);
        assertThat(sleeping.isAlive()).isFalse();
    }
}
