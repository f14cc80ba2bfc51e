package dev.belay.wasmpay.browser;

/** What a stand-in answers, in the gateway's words. */
final class Samples {
    static final String BANKS = """
            [{"code": "nordhaven", "id": "n1", "name": "Nordhaven Bank", "country": "USA", "currency": "USD"},
             {"code": "icamer", "id": "i1", "name": "Icamer Bank", "country": "GBR", "currency": "GBP"},
             {"code": "solvik", "id": "s1", "name": "Solvik Sparebank", "country": "NOR", "currency": "NOK"}]""";

    static final String DECISIONS = """
            [{"validator": "nordhaven", "language": "Rust", "size": 16426, "harness": "wasmpay 0.2.0",
              "approved": true, "reason": ""},
             {"validator": "icamer", "language": "Java", "size": 1621344, "harness": "wasmpay 0.2.0",
              "approved": %s, "reason": "%s"}]""";

    private Samples() {}

    /** Nordhaven's dollars, and what nobody changes. */
    static String accounts(String nordhaven) {
        return """
                [{"bank": "nordhaven", "currency": "USD", "balance": "%s"},
                 {"bank": "nordhaven", "currency": "GBP", "balance": "-5"},
                 {"bank": "icamer", "currency": "USD", "balance": "9007199254740993"}]""".formatted(nordhaven);
    }

    static String decisions(boolean approved, String reason) {
        return DECISIONS.formatted(approved, reason);
    }

    static String transaction(int number, String amount, String reason) {
        return """
                {"number": "%d", "id": "t-%d", "origin": "nordhaven", "destination": "icamer", "amount": "%s",
                 "currency": "USD", "status": "approved", "reason": "%s", "created": "2026-05-04T03:02:01Z",
                 "decisions": %s}""".formatted(number, number, amount, reason, decisions(true, ""));
    }
}
