package dev.belay.cli;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.wit.resolve.WitWorld;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which world a core module is made for, and how it encodes strings. */
final class WorldOptions {
    @Option(names = "--wit", paramLabel = "PATH", description = "The WIT: a file, directory or binary.")
    private String wit = "";

    @Option(names = "--world", paramLabel = "WORLD",
            description = "The world: its name in the package, or its full one; default: the only one there is.")
    private String world = "";

    @Option(names = "--encoding", paramLabel = "ENCODING",
            description = "How the module encodes strings: utf8, utf16 or latin1+utf16; default: as it says, else utf8.")
    private String encoding = "";

    /**
     * @throws Failure if there is no such world
     */
    Optional<WitWorld> world() {
        if (wit.isEmpty()) {
            if (!world.isEmpty()) {
                throw new Failure("--world needs --wit: say where the world is", ExitCode.USAGE);
            }
            return Optional.empty();
        }
        return Optional.of(world.isEmpty() ? WorldName.only(wit) : WorldName.find(wit, world));
    }

    Optional<StringEncoding> encoding() {
        if (encoding.isEmpty()) {
            return Optional.empty();
        }
        List<StringEncoding> all = Arrays.asList(StringEncoding.values());
        return Optional.of(all.stream()
                .filter(e -> e.text().equals(encoding))
                .findFirst()
                .orElseThrow(() -> new Failure("--encoding: expected one of "
                        + all.stream().map(StringEncoding::text).toList() + ", found `" + encoding + "`", ExitCode.USAGE)));
    }
}
