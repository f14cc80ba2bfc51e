package dev.belay.cli;

import dev.belay.compose.ComposeException;
import dev.belay.compose.Composition;
import dev.belay.compose.Plug;
import dev.belay.runtime.Component;
import dev.belay.wasi.virt.FileTree;
import dev.belay.wasi.virt.StdioMode;
import dev.belay.wasi.virt.Surroundings;
import dev.belay.wasi.virt.VirtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The wasmPay example: a gateway with its transaction manager, one harness, and validators.
 *
 * @param directory that it is in
 * @param validators their names, in order: the platform's own, and those of banks
 */
record WasmPay(Path directory, List<String> validators) {
    /** The validator that is the platform's own. */
    static final String PLATFORM = "platform";
    /** How long the transaction manager waits for a validator. */
    static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String WHERE = "examples/wasmpay";
    private static final String SUFFIX = ".wasm";
    /** Beside a validator, the directory of its rules, and where the validator sees it. */
    private static final String RULES = "rules";

    /**
     * Where the launcher is, or in the current directory.
     *
     * @throws Failure if it is at neither
     */
    static WasmPay find() {
        Path directory = Path.of(System.getProperty("belay.home", ".")).resolve(WHERE);
        Path validators = directory.resolve("validators");
        if (!Files.isDirectory(validators)) {
            throw new Failure(directory + ": expected the wasmPay example, found nothing; run belay from its source tree");
        }
        try (var all = Files.list(validators)) {
            var names = all.map(name -> String.valueOf(name.getFileName()))
                    .filter(name -> Files.isRegularFile(validators.resolve(name).resolve(name + SUFFIX)))
                    .sorted()
                    .toList();
            if (names.isEmpty()) {
                throw new Failure(validators + ": expected components NAME/NAME.wasm, found none");
            }
            return new WasmPay(directory, names);
        } catch (IOException e) {
            throw new Failure(dev.belay.cli.Files.describe(e));
        }
    }

    /** The banks that have validators. */
    List<String> banks() {
        return validators.stream().filter(name -> !name.equals(PLATFORM)).toList();
    }

    /** Where a validator is asked. */
    static String subject(String validator) {
        return "wasmpay." + validator + ".validate";
    }

    /**
     * The harness with a validator in it. What it says of the validator is below the harness alone: of the surroundings a
     * validator sees nothing.
     *
     * @throws Failure if they do not fit, or cannot be read
     */
    Component compose(String validator) {
        Path sources = directory.resolve("validators").resolve(validator);
        Path file = sources.resolve(validator + SUFFIX);
        var about = Surroundings.builder()
                .environment("WASMPAY_VALIDATOR", validator)
                .environment("WASMPAY_LANGUAGE", SourceLanguage.of(sources))
                .environment("WASMPAY_SIZE", Long.toString(size(file)))
                .stdio(StdioMode.DENY, StdioMode.DENY, StdioMode.ALLOW)
                .build();
        return composed(() -> {
            Path harness = part("harness");
            return plug(harness, bytes(about.around(harness.toString(), Files.readAllBytes(harness))), file, withRules(file));
        });
    }

    /** The validator, with the files of its rules below it if it has some. */
    private static byte[] withRules(Path validator) throws IOException {
        byte[] alone = Files.readAllBytes(validator);
        Path rules = validator.resolveSibling(RULES);
        if (!Files.isDirectory(rules)) {
            return alone;
        }
        return bytes(Surroundings.builder().mount("/" + RULES, FileTree.read(rules)).build().around(validator.toString(), alone));
    }

    /**
     * The gateway with the transaction manager in it, and below them where the ledger is and which banks have validators.
     *
     * @throws Failure if they do not fit, or cannot be read
     */
    Component gateway(String ledger) {
        var settings = Surroundings.builder()
                .environment("LEDGER_URL", ledger)
                .environment("WASMPAY_TIMEOUT_MS", Long.toString(PATIENCE.toMillis()))
                .environment("WASMPAY_VALIDATORS", String.join(",", banks()))
                .http(true)
                .random(true)
                .build();
        return composed(() -> {
            Path gateway = part("gateway");
            return bytes(settings.around(gateway.toString(), plug(gateway, Files.readAllBytes(gateway), part("manager"), Files.readAllBytes(part("manager")))));
        });
    }

    private Path part(String name) {
        return directory.resolve(name).resolve(name + SUFFIX);
    }

    private static byte[] plug(Path name, byte[] socket, Path plugName, byte[] plug) {
        return bytes(Plug.socket(name.toString(), socket).plug(plugName.toString(), plug).compose());
    }

    private static byte[] bytes(Composition composition) {
        return composition.bytes().toByteArray();
    }

    /** Makes bytes of files. */
    private interface Composing {
        byte[] make() throws IOException;
    }

    private static Component composed(Composing composing) {
        try {
            return Component.load(composing.make());
        } catch (IOException e) {
            throw new Failure(dev.belay.cli.Files.describe(e));
        } catch (ComposeException | VirtException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new Failure(dev.belay.cli.Files.describe(e));
        }
    }

    /** A payment to be pasted into a shell: approved in US dollars, and refused in pounds by the bank that it comes from. */
    static String curl(String url, String currency) {
        return """
                curl %s/api/v1/transactions -d '{
                  "origin":      {"id": 1, "code": "nordhaven", "country": "USA", "currency": "USD", "name": "Nordhaven"},
                  "destination": {"id": 2, "code": "icamer", "country": "GBR", "currency": "GBP", "name": "Icamer"},
                  "amount": 1000, "currency": "%s", "status": "Approved"}'""".formatted(url, currency);
    }
}
