package dev.belay.wasmpay.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Transfers in the books: made once for each key, and remembered. */
final class Transfers {
    /** Why a transfer that all validators approved is denied here. */
    static final String NO_FUNDS = "insufficient funds";
    /** Transfers of one page. */
    static final int PAGE = 50;
    private static final String COLUMNS =
            "select number, id, client_key, origin, destination, amount, currency, status, reason, created from transfer ";
    private static final String BY_KEY = "where client_key = ?";

    private final Database database;

    Transfers(Database database) {
        this.database = database;
    }

    /** A transfer, and whether it was in the books before. */
    record Entered(Transfer transfer, boolean before) {}

    /**
     * Enters a transfer. One that is approved moves the money, or is denied if there is not enough of it.
     *
     * @throws Refusal if a bank is not known, or the key belongs to another transfer
     */
    Entered enter(Order order) {
        return database.transaction(connection -> {
            Banks.requireKnown(connection, order.origin());
            Banks.requireKnown(connection, order.destination());
            // Whoever sends the same key at the same time waits here until this transaction is done.
            boolean fresh = insert(connection, order) == 1;
            var transfer = byKey(connection, order.key());
            if (!fresh) {
                requireSame(order, transfer.order());
                return new Entered(transfer, true);
            }
            insertDecisions(connection, transfer.number(), order.decisions());
            if (order.status() == Status.APPROVED && !move(connection, transfer)) {
                Rows.update(connection, "update transfer set status = 'denied', reason = ? where number = ?",
                        NO_FUNDS, transfer.number());
            }
            return new Entered(byKey(connection, order.key()), false);
        });
    }

    /** The newest first, without opening balances; if a number is given, those before it. */
    List<Transfer> newest(Optional<Long> before) {
        return database.transaction(connection -> find(
                connection,
                "where number < ? and origin not in (select code from bank where issuer) order by number desc limit " + PAGE,
                before.orElse(Long.MAX_VALUE)));
    }

    /** The transfer that a client entered with a key; none if there is none. */
    List<Transfer> withKey(String key) {
        return database.transaction(connection -> find(connection, BY_KEY, key));
    }

    /** Moves the money if there is enough of it. Rows are locked in one order, so that two transfers never wait for each other. */
    private static boolean move(Connection connection, Transfer transfer) throws SQLException {
        var order = transfer.order();
        for (String bank : List.of(order.origin(), order.destination())) {
            Rows.update(connection, "insert into account (bank, currency, balance) values (?, ?, 0) on conflict do nothing",
                    bank, order.currency());
        }
        record Locked(long id, String bank, long balance) {}
        var locked = Rows.query(
                connection,
                row -> new Locked(row.getLong(1), row.getString(2), row.getLong(3)),
                "select id, bank, balance from account where currency = ? and bank in (?, ?) order by id for update",
                order.currency(), order.origin(), order.destination());
        for (var account : locked) {
            if (!hasRoom(account.balance(), change(order, account.bank()))) {
                return false;
            }
        }
        for (var account : locked) {
            long change = change(order, account.bank());
            Rows.update(connection, "insert into entry (transfer, account, amount) values (?, ?, ?)",
                    transfer.number(), account.id(), change);
            Rows.update(connection, "update account set balance = balance + ? where id = ?", change, account.id());
        }
        return true;
    }

    private static long change(Order order, String bank) {
        return bank.equals(order.origin()) ? -order.amount() : order.amount();
    }

    private static boolean hasRoom(long balance, long change) {
        return change < 0 ? balance + change >= 0 : balance <= Long.MAX_VALUE - change;
    }

    private static int insert(Connection connection, Order order) throws SQLException {
        return Rows.update(
                connection,
                "insert into transfer (id, client_key, origin, destination, amount, currency, status, reason, created) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                UUID.randomUUID(), order.key(), order.origin(), order.destination(), order.amount(), order.currency(),
                order.status().word(), order.reason(),
                OffsetDateTime.ofInstant(Instant.now().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
    }

    private static void insertDecisions(Connection connection, long number, List<Decision> decisions) throws SQLException {
        int position = 0;
        for (var decision : decisions) {
            Rows.update(
                    connection,
                    "insert into decision (transfer, position, validator, language, size, harness, approved, reason) "
                            + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                    number, position++, decision.validator(), decision.language(), decision.size(), decision.harness(),
                    decision.approved(), decision.reason());
        }
    }

    private static void requireSame(Order asked, Order known) {
        boolean same = asked.origin().equals(known.origin())
                && asked.destination().equals(known.destination())
                && asked.amount() == known.amount()
                && asked.currency().equals(known.currency());
        if (!same) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "key: " + asked.key() + " belongs to another transfer");
        }
    }

    private static Transfer byKey(Connection connection, String key) throws SQLException {
        return find(connection, BY_KEY, key).getFirst();
    }

    /** Those that fit, with their decisions: in two queries, however many there are. */
    private static List<Transfer> find(Connection connection, String which, Object argument) throws SQLException {
        var found = Rows.query(connection, Transfers::transfer, COLUMNS + which, argument);
        if (found.isEmpty()) {
            return found;
        }
        var numbers = found.stream().mapToLong(Transfer::number).summaryStatistics();
        record Of(long transfer, Decision decision) {}
        var decisions = Rows.query(
                        connection,
                        row -> new Of(row.getLong("transfer"), decision(row)),
                        "select validator, language, size, harness, approved, reason, transfer from decision "
                                + "where transfer between ? and ? order by transfer, position",
                        numbers.getMin(), numbers.getMax())
                .stream()
                .collect(groupingBy(Of::transfer, mapping(Of::decision, toList())));
        return found.stream()
                .map(its -> its.withDecisions(decisions.getOrDefault(its.number(), List.of())))
                .toList();
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        var order = new Order(
                row.getString("client_key"), row.getString("origin"), row.getString("destination"), row.getLong("amount"),
                row.getString("currency"), Status.of(row.getString("status")), row.getString("reason"), List.of());
        return new Transfer(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                order,
                row.getObject("created", OffsetDateTime.class).toInstant());
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getString(1), row.getString(2), row.getLong(3), row.getString(4), row.getBoolean(5), row.getString(6));
    }
}
