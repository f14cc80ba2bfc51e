package dev.belay.wasmpay.ledger;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Keeps wasmPay's books: banks, balances and transfers.",
        footer = {
            "",
            "Examples:",
            "  ledger --demo",
            "  ledger --listen 127.0.0.1:9090 --database jdbc:h2:file:./books",
            "  LEDGER_PASSWORD=… ledger --database postgresql://localhost/wasmpay --user wasmpay"
        })
final class Main implements Callable<Integer> {
    @Option(names = "--listen", paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:9090",
            description = "Where it listens; port 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private String listen = "";

    @Option(names = "--database", paramLabel = "URL", defaultValue = "jdbc:h2:mem:ledger",
            description = "H2 or PostgreSQL. Default: ${DEFAULT-VALUE}, which is gone when it ends.")
    private String database = "";

    @Option(names = "--user", paramLabel = "NAME", defaultValue = "${env:LEDGER_USER:-sa}",
            description = "The database's user; its password is in the variable LEDGER_PASSWORD.")
    private String user = "";

    @Option(names = "--demo", description = "Begin a new database with the example's banks and their money.")
    private boolean demo;

    @Option(names = "--until-stdin-ends", description = "End when standard input does: with the program that started it.")
    private boolean untilInputEnds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((e, command, _) -> {
                    command.getErr().println("error: " + e.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        int colon = listen.lastIndexOf(':');
        if (colon < 1 || !listen.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("--listen: expected HOST:PORT, found " + listen);
        }
        String password = Optional.ofNullable(System.getenv("LEDGER_PASSWORD")).orElse("");
        String host = listen.substring(0, colon);
        var ledger = Ledger.serve(
                Database.open(database, user, password, demo), host, Integer.parseInt(listen.substring(colon + 1)));
        Runtime.getRuntime().addShutdownHook(new Thread(ledger::close));
        System.out.println("ledger on http://" + host + ":" + ledger.port());
        if (untilInputEnds) {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } else {
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
