package wasmpay.harness;

import dev.belay.guest.Tuple;
import dev.belay.guest.wasi.cli.Environment;
import java.util.Optional;

/**
 * What the component around this one says of the validator, and of how it is to be run.
 *
 * @param validator its name
 * @param language that it is written in
 * @param size bytes of its component
 * @param deadlineMillis how long a transaction may take
 * @param logs whether decisions are logged
 */
record Settings(String validator, String language, long size, Optional<Long> deadlineMillis, boolean logs) {
    private static final String OFF = "off";

    static Settings read() {
        String validator = "";
        String language = "";
        String size = "";
        String deadline = "";
        String log = "";
        for (Tuple.Of2<String, String> variable : Environment.getEnvironment()) {
            switch (variable.v0()) {
                case "WASMPAY_VALIDATOR" -> validator = variable.v1();
                case "WASMPAY_LANGUAGE" -> language = variable.v1();
                case "WASMPAY_SIZE" -> size = variable.v1();
                case "WASMPAY_DEADLINE_MS" -> deadline = variable.v1();
                case "WASMPAY_LOG" -> log = variable.v1();
                default -> {}
            }
        }
        return new Settings(
                validator, language, WholeNumber.parse(size).orElse(0L),
                WholeNumber.parse(deadline).filter(millis -> millis > 0), !log.equals(OFF));
    }
}
