package dev.belay.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.compose.Plug;
import dev.belay.host.messaging.LocalBus;
import dev.belay.host.messaging.MessagingServer;
import dev.belay.runtime.Component;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.http.HttpInterfaces;
import dev.belay.wasi.messaging.MessagingInterfaces;
import dev.belay.wasi.virt.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Icamer's rules are in a file that is put below its component: another file is another rule, without another component. */
@Timeout(180)
class RulesFileTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String LIST = "countries.txt";

    @TempDir
    private Path rules;

    @Test
    void theListDecides() throws Exception {
        assertThat(judge(listed("# USA\nNOR  \r\n\tDEU"), "NOR", "DEU")).isEqualTo("approved");
        assertThat(judge(listed("NOR DEU"), "USA", "NOR")).isEqualTo("Unsupported origin country: USA");
        assertThat(judge(listed("NOR DEU"), "NOR", "")).isEqualTo("Unsupported destination country: ");
        assertThat(judge(listed(""), "NOR", "DEU")).isEqualTo("Unsupported origin country: NOR");
    }

    @Test
    void withoutItEverythingIsRefused() throws Exception {
        assertThat(judge(Specs.validator("icamer"), "USA", "GBR")).isEqualTo("No list of supported countries: /rules/countries.txt: "
                + "no directory is open that it could be in");
        Files.writeString(rules.resolve("other.txt"), "USA GBR");
        assertThat(judge(Specs.withRules(Specs.validator("icamer"), FileTree.read(rules)), "USA", "GBR"))
                .isEqualTo("No list of supported countries: /rules/countries.txt: no such file");
    }

    @Test
    void aFileThatIsNoListIsRefused() throws Exception {
        assertThat(judge(listed("USA ".repeat(5_000)), "USA", "USA"))
                .isEqualTo("No list of supported countries: /rules/countries.txt: expected at most 16384 bytes, found more");
        Files.write(rules.resolve(LIST), new byte[] {'U', (byte) 0xFF});
        assertThat(judge(Specs.withRules(Specs.validator("icamer"), FileTree.read(rules)), "USA", "USA"))
                .isEqualTo("No list of supported countries: /rules/countries.txt: byte 2: not UTF-8");
    }

    private byte[] listed(String text) throws IOException {
        Files.writeString(rules.resolve(LIST), text);
        return Specs.withRules(Specs.validator("icamer"), FileTree.read(rules));
    }

    private static String judge(byte[] validator, String from, String to) throws InterruptedException {
        byte[] composed =
                Plug.socket("harness", Specs.harness()).plug("icamer", validator).compose().bytes().toByteArray();
        var component = new Linker()
                .define(Wasi.interfaces())
                .define(HttpInterfaces.all())
                .define(MessagingInterfaces.all())
                .link(Component.load(composed));
        String transaction = """
                {"origin": {"id": 1, "code": "a", "country": "%s", "currency": "USD", "name": "A"},
                 "destination": {"id": 2, "code": "b", "country": "%s", "currency": "GBP", "name": "B"},
                 "amount": 1, "currency": "USD", "status": "pending", "reason": ""}""".formatted(from, to);
        try (var bus = new LocalBus();
                var _ = MessagingServer.builder(component).bus(bus).subscribe("bank", Optional.empty()).start()) {
            String answer = new String(bus.request("bank", transaction.getBytes(UTF_8), LONG).body(), UTF_8);
            return answer.equals("{\"approved\":true,\"reason\":null}")
                    ? "approved"
                    : answer.replaceAll("^\\{\"approved\":false,\"reason\":\"|\"}$", "");
        }
    }
}
