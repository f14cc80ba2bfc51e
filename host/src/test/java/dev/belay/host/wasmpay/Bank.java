package dev.belay.host.wasmpay;

import dev.belay.compose.Plug;
import dev.belay.runtime.Component;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.http.HttpInterfaces;
import dev.belay.wasi.messaging.MessagingInterfaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Banks of {@code examples/wasmpay}. */
public final class Bank {
    private static final Path WASMPAY =
            Path.of(System.getProperty("belay.root", "."), "examples", "wasmpay");

    private Bank() {}

    /** The bank's validator alone. */
    public static byte[] validator(String bank) throws IOException {
        return Files.readAllBytes(WASMPAY.resolve("validators").resolve(bank).resolve(bank + ".wasm"));
    }

    /** The platform's harness with the bank's validator plugged in. */
    public static LinkedComponent linked(String bank) throws IOException {
        byte[] composed = Plug.socket("harness", Files.readAllBytes(WASMPAY.resolve("harness/harness.wasm")))
                .plug(bank, validator(bank))
                .compose()
                .bytes()
                .toByteArray();
        return new Linker()
                .define(Wasi.interfaces())
                .define(HttpInterfaces.all())
                .define(MessagingInterfaces.all())
                .link(Component.load(composed));
    }

    /** A transaction from Nordhaven to Icamer, as JSON. */
    public static String transaction(String currency, String reason) {
        return """
                {"origin": {"id": 1, "code": "NH", "country": "US", "currency": "USD", "name": "Nordhaven"},
                 "destination": {"id": 2, "code": "IC", "country": "GB", "currency": "GBP", "name": "Icamer"},
                 "amount": 1250, "currency": "%s", "status": "pending", "reason": "%s"}
                """.formatted(currency, reason);
    }
}
