package dev.belay.wasmpay.ledger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresLedgerTest extends LedgerContract {
    private static Postgres server;

    @BeforeAll
    static void startServer() throws Exception {
        server = Postgres.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Database open() {
        return Database.open(server.newDatabase(), Postgres.USER, "", true);
    }
}
