package dev.belay.platform.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A program that keeps credentials, {@code docker-credential-NAME}. It is given a server on its standard input, and answers in JSON. Nothing that it
 * says is shown: it may hold a secret.
 */
final class CredentialHelper {
    private static final int MOST_BYTES = 64 << 10;
    /** What the protocol has helpers say for: there are none. */
    private static final String NOT_FOUND = "credentials not found in native keychain";

    /** The user that stands for a token of an identity. */
    private static final String TOKEN_USER = "<token>";

    private final String program;
    private final Duration patience;

    private CredentialHelper(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /** @param name without its beginning */
    static CredentialHelper named(String name, Duration patience) {
        return new CredentialHelper("docker-credential-" + name, patience);
    }

    static CredentialHelper program(String path, Duration patience) {
        return new CredentialHelper(path, patience);
    }

    /**
     * @throws RegistryException if it cannot be asked, or says what is none
     */
    Optional<Credentials> get(String server) {
        Process process;
        try {
            process = new ProcessBuilder(program, "get").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new RegistryException("the credential helper " + program + " cannot be started: is it installed, and on the PATH?", e);
        }
        try {
            String said = exchange(process, server).strip();
            boolean good = process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS) && process.exitValue() == 0;
            if (good) {
                return Optional.of(credentials(said));
            }
            if (said.equals(NOT_FOUND)) {
                return Optional.empty();
            }
            throw failed(server, process.isAlive() ? "does not end" : "ended with " + process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted while asking the credential helper " + program, e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** In a thread of its own: something that it started may hold its output open, and is not waited for. */
    private String exchange(Process process, String server) throws InterruptedException {
        var said = new CompletableFuture<byte[]>();
        Thread.startVirtualThread(() -> {
            try {
                write(process, server);
                said.complete(process.getInputStream().readNBytes(MOST_BYTES + 1));
            } catch (IOException e) {
                said.completeExceptionally(e);
            }
        });
        try {
            byte[] bytes = said.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (bytes.length > MOST_BYTES) {
                throw failed(server, "said more than 64 KiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (TimeoutException _) {
            throw failed(server, "did not answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException _) {
            throw failed(server, "broke off");
        }
    }

    private static void write(Process process, String server) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(server.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It does not want to know; what it says counts.
        }
    }

    private Credentials credentials(String said) {
        try {
            JsonNode answer = Json.read(said.getBytes(StandardCharsets.UTF_8));
            Optional<String> user = Json.text(answer, "Username");
            Optional<String> secret = Json.text(answer, "Secret");
            if (user.isPresent() && secret.isPresent()) {
                return new Credentials(user.get().equals(TOKEN_USER) ? "" : user.get(), secret.get(), program);
            }
        } catch (JacksonException _) {
            // Its message would quote what was said.
        }
        throw new RegistryException("the credential helper " + program + " gave no credentials: expected JSON with Username and Secret");
    }

    private RegistryException failed(String server, String how) {
        return new RegistryException("the credential helper " + program + " " + how + "; ask it by hand for " + server + ": echo " + server + " | "
                + program + " get");
    }
}
