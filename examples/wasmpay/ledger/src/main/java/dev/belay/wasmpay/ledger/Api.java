package dev.belay.wasmpay.ledger;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** What the ledger does for whom asks over HTTP, apart from the HTTP. */
final class Api {
    private final Banks banks;
    private final Transfers transfers;

    Api(Database database) {
        banks = new Banks(database);
        transfers = new Transfers(database);
    }

    /**
     * @param path without the query
     * @param query empty if there is none
     * @param key the idempotency key, if one was sent
     */
    record Request(String method, String path, String query, Optional<String> key, byte[] body) {}

    record Response(int status, byte[] json) {}

    /** @throws Refusal if it cannot be done, or there is no such thing */
    Response answer(Request request) {
        String bank = after(request.path(), "/banks/");
        if (!bank.isEmpty()) {
            return switch (request.method()) {
                case "DELETE" -> {
                    banks.remove(bank);
                    yield new Response(204, new byte[0]);
                }
                default -> throw wrongMethod(request, "DELETE");
            };
        }
        return switch (request.path()) {
            case "/healthz" -> get(request, () -> Answers.banks(banks.all()));
            case "/accounts" -> get(request, () -> Answers.accounts(banks.accounts()));
            case "/banks" -> "POST".equals(request.method()) ? addBank(request) : get(request, () -> Answers.banks(banks.all()));
            case "/transfers" -> "POST".equals(request.method()) ? enter(request) : get(request, () -> page(request));
            default -> throw Refusal.of(
                    Refusal.Kind.UNKNOWN, "nothing at " + request.path() + "; there are /banks, /accounts and /transfers");
        };
    }

    private static Response get(Request request, Supplier<byte[]> json) {
        if (!"GET".equals(request.method())) {
            throw wrongMethod(request, "GET");
        }
        return new Response(200, json.get());
    }

    private Response addBank(Request request) {
        banks.add(Requests.bank(request.body()));
        return new Response(201, Answers.banks(banks.all()));
    }

    private Response enter(Request request) {
        String key = request.key().orElseThrow(() -> Refusal.invalid(
                "expected a header Idempotency-Key, chosen by the client, so that sending twice pays once; found none"));
        var entered = transfers.enter(Requests.order(request.body(), key));
        return new Response(entered.before() ? 200 : 201, Answers.transfer(entered.transfer()));
    }

    private byte[] page(Request request) {
        String key = after(request.query(), "key=");
        if (!key.isEmpty()) {
            return Answers.transfers(transfers.withKey(decoded(key)));
        }
        String before = after(request.query(), "before=");
        try {
            return Answers.transfers(
                    transfers.newest(before.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(before))));
        } catch (NumberFormatException _) {
            throw Refusal.invalid("before: expected a transfer's number, found " + Check.shown(before));
        }
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Refusal.invalid("key: expected percent-encoded text, found " + Check.shown(parameter));
        }
    }

    private static String after(String text, String start) {
        return text.startsWith(start) ? text.substring(start.length()) : "";
    }

    private static Refusal wrongMethod(Request request, String wanted) {
        return Refusal.of(Refusal.Kind.METHOD, "expected " + wanted + ", found " + Check.shown(request.method()));
    }
}
