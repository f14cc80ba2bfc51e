package @package@;

import dev.belay.guest.http.HttpHandler;
import dev.belay.guest.http.Request;
import dev.belay.guest.http.Response;
import java.nio.charset.StandardCharsets;
import java.io.ByteArrayOutputStream;
import wasmpay.platform.Validation;
import wasmpay.platform.Validation.Bank;
import wasmpay.platform.Validation.Transaction;

/** HTTP in front of a validator: {@code GET /validate?amount=1250&currency=USD&from=US&to=GB}. */
public final class Harness implements HttpHandler {
    @Override
    public Response handle(Request request) {
        if (!request.path().equals("/validate")) {
            return error(404, "nothing here; there is /validate?amount=1250&currency=USD&from=US&to=GB");
        }
        String query = request.query().orElse("");
        long amount;
        try {
            amount = Long.parseLong(parameter(query, "amount"));
        } catch (NumberFormatException e) {
            return error(400, "amount: expected a whole number of 64 bits");
        }
        String currency = parameter(query, "currency");
        var origin = new Bank("1", "ORIGIN", parameter(query, "from"), currency, "Origin");
        var destination = new Bank("2", "DESTINATION", parameter(query, "to"), currency, "Destination");
        var response = Validation.validate(
                new Transaction(origin, destination, amount, currency, "pending", parameter(query, "reason")));
        return Response.json(200, "{\"approved\":" + response.approved() + ",\"reason\":"
                + response.reason().map(Harness::quoted).orElse("null") + "}");
    }

    private static Response error(int status, String what) {
        return Response.json(status, "{\"error\":" + quoted(what) + "}");
    }

    /** A value of the query, decoded: empty if it is not there. */
    private static String parameter(String query, String name) {
        for (int at = 0; at < query.length(); ) {
            int end = query.indexOf('&', at) < 0 ? query.length() : query.indexOf('&', at);
            if (query.startsWith(name + "=", at)) {
                return decoded(query.substring(at + name.length() + 1, end));
            }
            at = end + 1;
        }
        return "";
    }

    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream();
        byte[] given = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < given.length; i++) {
            boolean escaped = given[i] == '%' && i + 2 < given.length && digit(given[i + 1]) >= 0 && digit(given[i + 2]) >= 0;
            if (escaped) {
                bytes.write(digit(given[i + 1]) * 16 + digit(given[i + 2]));
                i += 2;
            } else {
                bytes.write(given[i] == '+' ? ' ' : given[i]);
            }
        }
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }

    private static int digit(byte c) {
        return Character.digit((char) c, 16);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
