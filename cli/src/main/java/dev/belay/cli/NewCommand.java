package dev.belay.cli;

import dev.belay.bindings.BindingsException;
import dev.belay.build.BuildException;
import dev.belay.build.create.NewProject;
import dev.belay.build.create.ProjectFile;
import dev.belay.build.create.ProjectLanguage;
import dev.belay.build.create.ProjectWriter;
import dev.belay.build.create.Template;
import dev.belay.component.wit.WitBinary;
import dev.belay.wit.print.WitPrinter;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.WitWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Makes a project of a component, which builds and passes its test.",
        footer = {
            "",
            "Examples:",
            "  belay new my-bank --lang c --template validator",
            "  belay new front --lang java --template harness --dir services/front",
            "  belay new mine --lang rust --wit contract.wit --world app      (stubs of what the world exports)",
            "",
            "Then: belay build my-bank && my-bank/test.sh"
        })
final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The project's name, such as my-bank.")
    private String name = "";

    @Option(names = "--lang", required = true, paramLabel = "LANG", description = "java, rust, c, js, zig or assemblyscript.")
    private String language = "";

    @Option(names = "--template", paramLabel = "TEMPLATE",
            description = "validator (exports wasmPay's contract), http (answers requests) or harness (answers requests with the "
                    + "validator that is plugged into it).")
    private String template = "";

    @Option(names = "--wit", paramLabel = "PATH", description = "Instead of a template: the WIT of the world to implement.")
    private String wit = "";

    @Option(names = "--world", paramLabel = "WORLD", description = "With --wit: the world; default: the only one there is.")
    private String world = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "Where to make it: a new or empty directory; default: NAME.")
    private Optional<Path> directory = Optional.empty();

    private final Streams streams;

    NewCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ProjectLanguage its = ProjectLanguage.of(language).orElseThrow(() -> wrong("--lang", ProjectLanguage.texts(), language));
        if (wit.isEmpty() == template.isEmpty()) {
            throw new Failure("expected either --template (" + String.join(", ", Template.texts()) + ") or --wit PATH", ExitCode.USAGE);
        }
        if (wit.isEmpty() && !world.isEmpty()) {
            throw new Failure("--world needs --wit: say where the world is", ExitCode.USAGE);
        }
        Path target = directory.orElse(Path.of(name));
        try {
            ProjectWriter.write(wit.isEmpty() ? ofTemplate(its) : ofWorld(its), target);
        } catch (BuildException | BindingsException e) {
            throw new Failure(ErrorReport.message(e), e instanceof BuildException ? ExitCode.USAGE : ExitCode.FAILED);
        } catch (IOException e) {
            throw new Failure(Files.describe(e));
        }
        streams.out().println("made " + target + "; now: belay build " + target + " && " + target.resolve("test.sh"));
        return ExitCode.OK;
    }

    private List<ProjectFile> ofTemplate(ProjectLanguage its) {
        return NewProject.of(
                name, its, Template.of(template).orElseThrow(() -> wrong("--template", Template.texts(), template)));
    }

    private List<ProjectFile> ofWorld(ProjectLanguage its) {
        WitWorld found = world.isEmpty() ? WorldName.only(wit) : WorldName.find(wit, world);
        return NewProject.of(name, its, found, WitPrinter.print(WitBinary.load(Path.of(wit), Features.all())));
    }

    private static Failure wrong(String option, List<String> expected, String found) {
        return new Failure(option + ": expected one of " + String.join(", ", expected) + ", found `" + found + "`", ExitCode.USAGE);
    }
}
