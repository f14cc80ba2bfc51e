package dev.belay.cli;

import dev.belay.compose.ComposeException;
import dev.belay.compose.Plug;
import dev.belay.runtime.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The wasmPay example: one harness, and a validator for each bank.
 *
 * @param directory that it is in
 * @param banks their names, in order
 */
record WasmPay(Path directory, List<String> banks) {
    static final String EXAMPLE_BANK = "nordhaven";
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
            var banks = all.map(bank -> String.valueOf(bank.getFileName()))
                    .filter(bank -> Files.isRegularFile(validators.resolve(bank).resolve(bank + SUFFIX)))
                    .sorted()
                    .toList();
            if (banks.isEmpty()) {
                throw new Failure(validators + ": expected components BANK/BANK.wasm, found none");
            }
            return new WasmPay(directory, banks);
        } catch (IOException e) {
            throw new Failure(dev.belay.cli.Files.describe(e));
        }
    }

    /**
     * The harness with the bank's validator in it.
     *
     * @throws Failure if they do not fit, or cannot be read
     */
    Component compose(String bank) {
        Path harness = directory.resolve("harness").resolve("harness" + SUFFIX);
        Path validator = directory.resolve("validators").resolve(bank).resolve(bank + SUFFIX);
        try {
            var composed = Plug.socket(harness.toString(), Files.readAllBytes(harness))
                    .plug(validator.toString(), Files.readAllBytes(validator))
                    .compose();
            return Component.load(composed.bytes().toByteArray());
        } catch (IOException e) {
            throw new Failure(dev.belay.cli.Files.describe(e));
        } catch (ComposeException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    /** A request that is approved, to be pasted into a shell. */
    static String curl(String url) {
        return """
                curl %s -d '{
                  "origin":      {"id": 1, "code": "NH", "country": "US", "currency": "USD", "name": "Nordhaven"},
                  "destination": {"id": 2, "code": "IC", "country": "GB", "currency": "GBP", "name": "Icamer"},
                  "amount": 1250, "currency": "USD", "status": "pending", "reason": "rent"}'""".formatted(url);
    }
}
