package dev.belay.wasmpay.ledger;

import java.util.UUID;

final class H2LedgerTest extends LedgerContract {
    @Override
    Database open() {
        return Database.open("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", true);
    }
}
