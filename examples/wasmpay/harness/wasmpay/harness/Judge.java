package wasmpay.harness;

import dev.belay.guest.Utf8;
import java.util.Optional;
import wasmpay.harness.json.JsonException;
import wasmpay.harness.json.JsonReader;

/** From a transaction in JSON to the answer: read, brought to the newest schema, checked, judged, worded, logged. */
final class Judge {
    /** Bytes of a transaction: one takes a few hundred. */
    static final int MAX_BODY = 64 << 10;

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    /** Where a transaction is read from, and what may go wrong with that. */
    interface Source {
        byte[] read() throws RefusedException;
    }

    private Judge() {}

    /** @param trigger what brought it, for the log */
    static Answer answer(String trigger, Source source) {
        Settings settings = Settings.read();
        try {
            Deadline deadline = Deadline.in(settings.deadlineMillis());
            Payload payload = payload(source.read());
            deadline.check("the request");
            Verdict verdict = verdict(payload);
            deadline.check("the validator");
            DecisionLog.decided(settings, trigger, payload, verdict);
            return Answer.of(verdict, payload, settings);
        } catch (RefusedException e) {
            DecisionLog.refused(settings, trigger, e);
            return Answer.error(e);
        }
    }

    static RefusedException tooLarge() {
        return new RefusedException(TOO_LARGE, "expected a body of at most " + MAX_BODY + " bytes");
    }

    private static Payload payload(byte[] body) throws RefusedException {
        try {
            return Payload.of(JsonReader.read(Utf8.decode(body)));
        } catch (JsonException | IllegalArgumentException e) {
            throw new RefusedException(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** Whoever sends the first schema knows validators that are asked about everything. */
    private static Verdict verdict(Payload payload) throws RefusedException {
        if (payload.schema() != Payload.FIRST) {
            Optional<String> problem = InitialChecks.problem(payload.transaction());
            if (problem.isPresent()) {
                return new Verdict(false, problem, Verdict.HARNESS);
            }
        }
        return Validator.judge(payload.transaction());
    }
}
