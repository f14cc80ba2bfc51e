package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, written as shell scripts. */
@DisabledOnOs(OS.WINDOWS)
class CredentialHelperTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private CredentialHelper helper(String script, Duration patience) throws IOException {
        Path program = directory.resolve("docker-credential-test");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return CredentialHelper.program(program.toString(), patience);
    }

    @Test
    void isGivenTheServerAndAnswersWithCredentials() throws IOException {
        var helper = helper("""
                [ "$1" = get ] || exit 3
                read server
                printf '{"ServerURL":"%s","Username":"ada","Secret":"of %s"}' "$server" "$server"
                """, LONG);
        assertThat(helper.get("registry.example.com:5000")).hasValueSatisfying(its -> {
            assertThat(its.user()).isEqualTo("ada");
            assertThat(its.secret()).isEqualTo("of registry.example.com:5000");
        });
    }

    @Test
    void aTokenOfAnIdentityIsKnown() throws IOException {
        assertThat(helper("echo '{\"Username\":\"<token>\",\"Secret\":\"t\"}'", LONG).get("h").orElseThrow().isIdentityToken()).isTrue();
    }

    @Test
    void mayHaveNone() throws IOException {
        assertThat(helper("echo credentials not found in native keychain; exit 1", LONG).get("h")).isEmpty();
    }

    @Test
    void whatItSaysWhenItFailsIsNotShown() throws IOException {
        var helper = helper("echo s3cret; echo s3cret >&2; exit 7", LONG);
        assertThatThrownBy(() -> helper.get("h"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("ended with 7")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void whatIsNoAnswerIsNotShown() throws IOException {
        var helper = helper("echo '{\"Secret\": s3cret'", LONG);
        assertThatThrownBy(() -> helper.get("h")).hasMessageContaining("expected JSON with Username and Secret").hasMessageNotContaining("s3cret").hasNoCause();
    }

    @Test
    void oneThatDoesNotAnswerIsEnded() throws IOException {
        var helper = helper("echo $$ > " + directory.resolve("pid") + "; exec sleep 600", Duration.ofSeconds(1));
        assertThatThrownBy(() -> helper.get("h")).hasMessageContaining("did not answer within 1 s");
        long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        ProcessHandle.of(pid).ifPresent(its -> its.onExit().join());
    }

    @Test
    void oneThatLeavesItsOutputToAnotherIsNotWaitedFor() throws IOException {
        var helper = helper("sleep 600 & echo $! > " + directory.resolve("pid") + "; exit 0", Duration.ofSeconds(1));
        try {
            assertThatThrownBy(() -> helper.get("h")).hasMessageContaining("did not answer within 1 s");
        } finally {
            ProcessHandle.of(Long.parseLong(Files.readString(directory.resolve("pid")).strip())).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void oneThatSaysTooMuchIsCutOff() throws IOException {
        var helper = helper("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done", LONG);
        assertThatThrownBy(() -> helper.get("h")).hasMessageContaining("said more than 64 KiB");
    }
}
