package wasmpay.harness;

import wasmpay.harness.json.JsonObject;

/**
 * What is answered.
 *
 * @param status of HTTP, for where there is one
 * @param json an object
 */
record Answer(int status, String json) {
    /** What this harness is. A change of what it answers is a new version. */
    static final String HARNESS = "wasmpay-harness 0.3.0";

    private static final int OK = 200;

    /** {@code {"error":…}} */
    static Answer error(RefusedException e) {
        return new Answer(e.status(), new JsonObject().text("error", String.valueOf(e.getMessage())).toString());
    }

    static Answer of(Verdict verdict, Payload payload, Settings settings) {
        var judged = new JsonObject().flag("approved", verdict.approved()).text("reason", verdict.reason());
        // Whoever sends the first version knows no more than it had.
        if (payload.schema() != Payload.FIRST) {
            var validator = new JsonObject()
                    .text("name", settings.validator())
                    .text("language", settings.language())
                    .number("size", settings.size());
            judged.number("schema", Payload.SECOND)
                    .text("reference", payload.reference())
                    .object("validator", validator)
                    .text("harness", HARNESS)
                    .text("judge", verdict.judge());
        }
        return new Answer(OK, judged.toString());
    }
}
