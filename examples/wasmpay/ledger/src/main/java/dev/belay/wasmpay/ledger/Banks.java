package dev.belay.wasmpay.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The banks and what they have. */
final class Banks {
    /** Rows of a list. */
    private static final int MOST = 1_000;
    private static final String COLUMNS = "select code, id, name, country, currency from bank ";

    private final Database database;

    Banks(Database database) {
        this.database = database;
    }

    List<Bank> all() {
        return database.transaction(connection ->
                Rows.query(connection, Banks::bank, COLUMNS + "where not issuer order by code limit " + MOST));
    }

    List<Account> accounts() {
        return database.transaction(connection -> Rows.query(
                connection,
                row -> new Account(row.getString(1), row.getString(2), row.getLong(3)),
                "select a.bank, a.currency, a.balance from account a join bank b on b.code = a.bank "
                        + "where not b.issuer order by a.bank, a.currency limit " + MOST));
    }

    /**
     * Adds a bank; adding one that is there already with the same particulars changes nothing.
     *
     * @throws Refusal if another bank has the code
     */
    void add(Bank bank) {
        database.transaction(connection -> {
            Rows.update(
                    connection,
                    "insert into bank (code, id, name, country, currency) values (?, ?, ?, ?, ?) on conflict do nothing",
                    bank.code(), bank.id(), bank.name(), bank.country(), bank.currency());
            if (!Rows.query(connection, Banks::bank, COLUMNS + "where code = ?", bank.code()).equals(List.of(bank))) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "code: there is another bank " + bank.code());
            }
            return bank;
        });
    }

    /**
     * Removes a bank that has no part in any transfer.
     *
     * @throws Refusal if there is none, or it is in the books
     */
    void remove(String code) {
        database.transaction(connection -> {
            requireKnown(connection, code);
            boolean used = !Rows.query(
                            connection,
                            row -> row.getLong(1),
                            "select number from transfer where origin = ? or destination = ? limit 1", code, code)
                    .isEmpty();
            if (used) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "bank " + code + " has transfers in the books and stays");
            }
            Rows.update(connection, "delete from account where bank = ?", code);
            return Rows.update(connection, "delete from bank where code = ?", code);
        });
    }

    /** @throws Refusal if there is no such bank */
    static void requireKnown(Connection connection, String code) throws SQLException {
        if (Rows.query(connection, Banks::bank, COLUMNS + "where code = ? and not issuer", code).isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNKNOWN, "there is no bank " + code);
        }
    }

    private static Bank bank(ResultSet row) throws SQLException {
        return new Bank(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }
}
