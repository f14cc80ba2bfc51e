package dev.belay.cli;

import dev.belay.compose.ComposeException;
import dev.belay.compose.Plug;
import dev.belay.runtime.Component;
import dev.belay.wasi.virt.Surroundings;
import dev.belay.wasi.virt.VirtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The wasmPay example: a gateway with its transaction manager, one harness, and validators.
 *
 * @param directory that it is in
 * @param validators their names, in order: the platform's own, and those of banks
 */
record WasmPay(Path directory, List<String> validators) {
    /** The validator that is the platform's own. */
    static final String PLATFORM = "platform";
    private static final String WHERE = "examples/wasmpay";
    private static final String SUFFIX = ".wasm";

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
     * The harness with a validator in it, and below it what it says of the validator.
     *
     * @throws Failure if they do not fit, or cannot be read
     */
    Component compose(String validator) {
        Path sources = directory.resolve("validators").resolve(validator);
        return compose(part("harness", "harness"), new Part(sources.resolve(validator + SUFFIX)), surroundings -> surroundings
                .environment("WASMPAY_VALIDATOR", validator)
                .environment("WASMPAY_LANGUAGE", SourceLanguage.of(sources))
                .environment("WASMPAY_SIZE", Long.toString(size(sources.resolve(validator + SUFFIX)))));
    }

    /**
     * The gateway with the transaction manager in it, and below them where the ledger is and which banks have validators.
     *
     * @throws Failure if they do not fit, or cannot be read
     */
    Component gateway(String ledger) {
        return compose(part("gateway", "gateway"), part("manager", "manager"), surroundings -> surroundings
                .environment("LEDGER_URL", ledger)
                .environment("WASMPAY_VALIDATORS", String.join(",", banks()))
                .http(true)
                .random(true));
    }

    private Part part(String directoryName, String name) {
        return new Part(directory.resolve(directoryName).resolve(name + SUFFIX));
    }

    private record Part(Path file) {
        byte[] bytes() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    private static Component compose(Part upper, Part plugged, Consumer<Surroundings.Builder> settings) {
        try {
            byte[] composed = Plug.socket(upper.file.toString(), upper.bytes())
                    .plug(plugged.file.toString(), plugged.bytes())
                    .compose()
                    .bytes()
                    .toByteArray();
            var surroundings = Surroundings.builder();
            settings.accept(surroundings);
            return Component.load(
                    surroundings.build().around(upper.file.toString(), composed).bytes().toByteArray());
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
