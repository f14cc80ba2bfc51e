package wasmpay.harness;

import dev.belay.guest.cli.StandardError;
import wasmpay.harness.json.JsonObject;

/**
 * A line of JSON on standard error for each decision: who decided what about which reference, and nothing of what the
 * transaction says.
 */
final class DecisionLog {
    private DecisionLog() {}

    static void decided(Settings settings, String trigger, Payload payload, Verdict verdict) {
        if (settings.logs()) {
            write(line(settings, trigger, "decision")
                    .number("schema", payload.schema())
                    .text("reference", payload.reference())
                    .flag("approved", verdict.approved())
                    .text("reason", verdict.reason())
                    .text("judge", verdict.judge()));
        }
    }

    static void refused(Settings settings, String trigger, RefusedException e) {
        if (settings.logs()) {
            write(line(settings, trigger, "error").number("status", e.status()).text("error", String.valueOf(e.getMessage())));
        }
    }

    private static JsonObject line(Settings settings, String trigger, String event) {
        return new JsonObject()
                .text("event", event)
                .text("harness", Answer.HARNESS)
                .text("validator", settings.validator())
                .text("trigger", trigger);
    }

    private static void write(JsonObject line) {
        StandardError.println(line.toString());
    }
}
