package dev.belay.wasmpay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for the ledger with any database. */
abstract class LedgerContract {
    private static final String PAYMENT = payment("nordhaven", "icamer", 1000, "USD");

    private Ledger ledger;
    private Database database;
    private Client client;

    /** A database with nothing in it. */
    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        ledger = Ledger.serve(database, "127.0.0.1", 0);
        client = new Client(ledger.port());
    }

    @AfterEach
    void stop() {
        client.close();
        assertThatTheBooksAddUp();
        ledger.close();
    }

    @Test
    void anApprovedTransferMovesMoney() {
        long from = client.balance("nordhaven", "USD");
        long to = client.balance("icamer", "USD");
        var answer = client.transfer("a", PAYMENT);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("approved");
        assertThat(client.balance("nordhaven", "USD")).isEqualTo(from - 1000);
        assertThat(client.balance("icamer", "USD")).isEqualTo(to + 1000);
    }

    @Test
    void theSameKeyPaysOnce() {
        long from = client.balance("nordhaven", "USD");
        var first = client.transfer("once", PAYMENT);
        var second = client.transfer("once", PAYMENT);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(client.balance("nordhaven", "USD")).isEqualTo(from - 1000);
    }

    @Test
    void aKeyIsNotTakenForAnotherTransfer() {
        client.transfer("key", PAYMENT);
        var answer = client.transfer("key", payment("nordhaven", "icamer", 1001, "USD"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("error")).isEqualTo("key: key belongs to another transfer");
    }

    @Test
    void theSameKeyAtTheSameTimePaysOnce() throws Exception {
        long from = client.balance("nordhaven", "USD");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<String>>();
            for (int i = 0; i < 20; i++) {
                calls.add(() -> client.transfer("race", PAYMENT).text("id"));
            }
            assertThat(threads.invokeAll(calls).stream().map(LedgerContract::get).distinct()).hasSize(1);
        }
        assertThat(client.balance("nordhaven", "USD")).isEqualTo(from - 1000);
    }

    @Test
    void transfersInBothDirectionsAtTheSameTimeAllArrive() throws Exception {
        long from = client.balance("nordhaven", "USD");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 40; i++) {
                String key = "both-" + i;
                String order = i % 2 == 0 ? PAYMENT : payment("icamer", "nordhaven", 999, "USD");
                calls.add(() -> client.transfer(key, order).status());
            }
            assertThat(threads.invokeAll(calls).stream().map(LedgerContract::get)).allMatch(status -> status == 201);
        }
        assertThat(client.balance("nordhaven", "USD")).isEqualTo(from - 20);
    }

    @Test
    void whoHasNotEnoughIsDenied() {
        var answer = client.transfer("much", payment("nordhaven", "icamer", Long.MAX_VALUE, "USD"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("denied");
        assertThat(answer.text("reason")).isEqualTo("insufficient funds");
        assertThat(client.transfer("none", payment("nordhaven", "icamer", 1, "JPY")).text("reason")).isEqualTo("insufficient funds");
    }

    @Test
    void aDeniedTransferIsRememberedWithWhoWasAsked() {
        long from = client.balance("nordhaven", "GBP");
        var answer = client.transfer("denied", """
                {"origin": "nordhaven", "destination": "icamer", "amount": "5", "currency": "GBP", "status": "denied",
                 "reason": "Unsupported currency: GBP", "decisions": [
                   {"validator": "nordhaven", "language": "Rust", "size": 16426, "harness": "wasmpay 1",
                    "approved": false, "reason": "Unsupported currency: GBP"}]}""");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(client.balance("nordhaven", "GBP")).isEqualTo(from);
        var newest = client.get("/transfers").json().path("transfers").path(0);
        assertThat(newest).isEqualTo(answer.json());
        assertThat(newest.path("decisions").path(0).path("language").asString()).isEqualTo("Rust");
    }

    @Test
    void historyIsReadFromTheNewestBack() {
        for (int i = 0; i < Transfers.PAGE + 5; i++) {
            client.transfer("h" + i, payment("nordhaven", "icamer", i + 1, "USD"));
        }
        var page = client.get("/transfers").json().path("transfers");
        assertThat(page.size()).isEqualTo(Transfers.PAGE);
        assertThat(page.path(0).path("amount").asString()).isEqualTo(Integer.toString(Transfers.PAGE + 5));
        String last = page.path(Transfers.PAGE - 1).path("number").asString();
        assertThat(client.get("/transfers?before=" + last).json().path("transfers").size()).isEqualTo(5);
    }

    @Test
    void everyTransferOfAClientIsInTheHistoryWhateverItsKey() {
        var entered = client.transfer("opening-mine", PAYMENT);
        assertThat(client.get("/transfers").json().path("transfers").path(0)).isEqualTo(entered.json());
    }

    @Test
    void banksComeAndGoUnlessTheyAreInTheBooks() {
        String bank = "{\"code\": \"newbank\", \"name\": \"New Bank\", \"country\": \"DE\", \"currency\": \"EUR\"}";
        assertThat(client.post("/banks", bank).status()).isEqualTo(201);
        assertThat(client.post("/banks", bank).status()).isEqualTo(201);
        assertThat(client.post("/banks", bank.replace("New Bank", "Other")).status()).isEqualTo(409);
        assertThat(client.delete("/banks/newbank").status()).isEqualTo(204);
        assertThat(client.delete("/banks/newbank").status()).isEqualTo(404);
        assertThat(client.delete("/banks/wasmpay").status()).isEqualTo(404);
        client.transfer("t", PAYMENT);
        assertThat(client.delete("/banks/icamer").status()).isEqualTo(409);
    }

    @Test
    void whatIsWrongWithARequestIsSaid() {
        assertThat(client.post("/transfers", PAYMENT).text("error")).startsWith("expected a header Idempotency-Key");
        assertThat(error(PAYMENT.replace("1000", "12.5"))).isEqualTo("amount: expected a whole number of 64 bits, found \"12.5\"");
        assertThat(error(PAYMENT.replace("1000", "0"))).startsWith("amount: expected at least 1");
        assertThat(error(PAYMENT.replace("1000", "9223372036854775808"))).startsWith("amount: expected a whole number");
        assertThat(error(PAYMENT.replace("USD", "usd"))).isEqualTo("currency: expected 3 capital letters, found \"usd\"");
        assertThat(error(PAYMENT.replace("icamer", "nordhaven"))).startsWith("destination: expected another bank");
        assertThat(error(PAYMENT.replace("icamer", "nobody"))).isEqualTo("there is no bank nobody");
        assertThat(error(PAYMENT.replace("amount", "amuont"))).startsWith("\"amuont\" is no field of this");
        assertThat(error("{\"a\": 1, \"a\": 2}")).contains("line 1");
        assertThat(error("[]")).isEqualTo("expected a JSON object, found an array");
        assertThat(client.transfer("big", " ".repeat(70_000)).status()).isEqualTo(413);
        assertThat(client.get("/nothing").status()).isEqualTo(404);
        assertThat(client.delete("/accounts").status()).isEqualTo(405);
    }

    private String error(String body) {
        return client.transfer("wrong", body).text("error");
    }

    private void assertThatTheBooksAddUp() {
        long wrong = database.transaction(connection -> {
            var transfers = Rows.query(connection, row -> row.getLong(1),
                    "select transfer from entry group by transfer having sum(amount) <> 0 or count(*) <> 2");
            var accounts = Rows.query(connection, row -> row.getLong(1),
                    "select a.id from account a left join entry e on e.account = a.id "
                            + "group by a.id, a.balance having a.balance <> coalesce(sum(e.amount), 0)");
            return (long) transfers.size() + accounts.size();
        });
        assertThat(wrong).as("transfers and accounts that do not add up").isZero();
    }

    private static String payment(String origin, String destination, long amount, String currency) {
        return "{\"origin\": \"%s\", \"destination\": \"%s\", \"amount\": %d, \"currency\": \"%s\", \"status\": \"approved\"}"
                .formatted(origin, destination, amount, currency);
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
