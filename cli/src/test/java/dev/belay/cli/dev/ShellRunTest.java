package dev.belay.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShellRunTest {
    @TempDir
    private Path directory;

    @Test
    void bothStreamsAreKeptInOrder() throws Exception {
        var run = run("echo one; echo two >&2; echo $GREETING; pwd; exit 3");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.output()).isEqualTo("one\ntwo\nhej\n" + directory.toRealPath());
    }

    @Test
    void ofMuchTheEndIsKept() throws Exception {
        var run = run("i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done");
        assertThat(run.output().length()).isLessThan(70_000);
        assertThat(run.output()).startsWith("… (").endsWith("line 19999");
    }

    @Test
    void aBuildThatAsksGetsNothing() throws Exception {
        assertThat(run("cat; echo done").output()).isEqualTo("done");
    }

    @Test
    void whatItLeavesRunningIsNotWaitedFor() throws Exception {
        var run = run("sleep 600 & echo $!");
        try {
            assertThat(run.status()).isZero();
        } finally {
            ProcessHandle.of(Long.parseLong(run.output())).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void interruptedItEndsWithAllThatItStarted() throws Exception {
        Path pid = directory.resolve("pid");
        var task = new FutureTask<>(() -> run("(echo $$ >/dev/null; sh -c 'echo $$ >pid.new; mv pid.new pid; exec sleep 600') ; true"));
        Thread thread = Thread.ofPlatform().start(task);
        while (!Files.exists(pid)) {
            Thread.onSpinWait();
        }
        var started = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        thread.interrupt();
        assertThatThrownBy(task::get).hasCauseInstanceOf(InterruptedException.class);
        started.onExit().get(30, TimeUnit.SECONDS);
    }

    private ShellRun run(String line) throws Exception {
        return ShellRun.of(directory, List.of("sh", "-c", line), Map.of("GREETING", "hej"));
    }
}
