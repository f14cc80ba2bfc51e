package dev.belay.wasmpay.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The database behind the books, brought to the newest schema when it is opened. */
final class Database implements AutoCloseable {
    /** Connections at once. More only wait for each other's rows. */
    private static final int CONNECTIONS = 8;
    /** How long a request waits for one. */
    private static final long CONNECTION_MILLIS = 5_000;
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";

    private final HikariDataSource source;

    private Database(HikariDataSource source) {
        this.source = source;
    }

    /** What is done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Opens a database and migrates it.
     *
     * @param url {@code jdbc:h2:…}, {@code jdbc:postgresql:…} or {@code postgresql://…}
     * @param demo whether a new database gets the example's banks
     */
    static Database open(String url, String user, String password, boolean demo) {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbc(url));
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_MILLIS);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        var source = new HikariDataSource(config);
        try {
            Flyway.configure().dataSource(source).locations(locations(demo)).load().migrate();
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
        return new Database(source);
    }

    private static String[] locations(boolean demo) {
        var locations = new ArrayList<>(List.of("classpath:ledger/schema"));
        if (demo) {
            locations.add("classpath:ledger/demo");
        }
        return locations.toArray(String[]::new);
    }

    private static String jdbc(String url) {
        String jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
        return jdbc.startsWith("jdbc:h2:") ? jdbc + H2_OPTIONS : jdbc;
    }

    /** Does all of it or nothing. */
    <T> T transaction(Work<T> work) {
        try (var connection = source.getConnection()) {
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseException("the database did not do what was asked: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
