package dev.belay.runtime.internal.endive;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreInstance;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.CoreModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import run.endive.runtime.CallResult;
import run.endive.runtime.GlobalInstance;
import run.endive.wasm.WasmEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs one script of the core test suite on one engine, and notes how each directive ended. */
final class CoreScript {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SPECTEST = "spectest";
    private static final String PASSED = "passed";

    /** What can go wrong while code runs. */
    private static final Set<Trap.Kind> RUNNING = EnumSet.complementOf(
            EnumSet.of(Trap.Kind.STACK_EXHAUSTED, Trap.Kind.UNCAUGHT_EXCEPTION));

    private final CoreSuite suite;
    private final String name;
    private final EndiveEngine engine;
    private final Map<String, CoreModule> definitions = new HashMap<>();
    private final Map<String, CoreInstance> named = new HashMap<>();
    private final Map<String, CoreInstance> registered = new HashMap<>();
    private final List<String> outcomes = new ArrayList<>();
    private CoreModule definition;
    private CoreInstance current;

    CoreScript(CoreSuite suite, String name, EndiveEngine engine) {
        this.suite = suite;
        this.name = name;
        this.engine = engine;
        registered.put(SPECTEST, instantiate(engine.load(Bytes.of(spectest()))));
    }

    /** For each directive in order its line, and {@code passed} or what went wrong. */
    List<String> run() {
        for (JsonNode command : JSON.readTree(suite.script(name)).path("commands")) {
            outcomes.add(command.path("line").asInt() + ": " + outcome(command));
        }
        return outcomes;
    }

    private String outcome(JsonNode command) {
        try {
            return perform(command);
        } catch (Trap trap) {
            return "trap " + trap.kind();
        } catch (InvalidComponentException e) {
            return "rejected";
        } catch (WasmEngineException e) {
            return e.getClass().getSimpleName();
        } catch (StackOverflowError e) {
            return "stack";
        } catch (RuntimeException e) {
            return "failed: " + e;
        }
    }

    private String perform(JsonNode command) {
        String type = command.path("type").asString();
        boolean text = command.path("module_type").asString("").equals("text") && !command.has("binary_filename");
        if (text) {
            return "text";
        }
        return switch (type) {
            case "module" -> {
                current = null;
                definition = load(command);
                current = instantiate(definition);
                command.path("name").asStringOpt().ifPresent(n -> named.put(n, current));
                yield PASSED;
            }
            case "module_definition" -> {
                definition = load(command);
                command.path("name").asStringOpt().ifPresent(n -> definitions.put(n, definition));
                yield PASSED;
            }
            case "module_instance" -> {
                current = instantiate(
                        command.path("module").asStringOpt().map(definitions::get).orElse(definition));
                command.path("instance").asStringOpt().ifPresent(n -> named.put(n, current));
                yield PASSED;
            }
            case "register" -> {
                registered.put(
                        command.path("as").asString(), instance(command.path("name").asStringOpt()));
                yield PASSED;
            }
            case "action" -> {
                act(command.path("action"));
                yield PASSED;
            }
            case "assert_return" -> matches(command.path("expected"), act(command.path("action")));
            case "assert_trap" -> trapped(() -> act(command.path("action")), RUNNING);
            case "assert_exhaustion" ->
                trapped(() -> act(command.path("action")), EnumSet.of(Trap.Kind.STACK_EXHAUSTED));
            case "assert_exception" ->
                trapped(() -> act(command.path("action")), EnumSet.of(Trap.Kind.UNCAUGHT_EXCEPTION));
            case "assert_uninstantiable" -> {
                CoreModule module = load(command);
                yield trapped(() -> instantiate(module), RUNNING);
            }
            case "assert_unlinkable" -> {
                CoreModule module = load(command);
                yield trapped(() -> instantiate(module), EnumSet.of(Trap.Kind.CORE_OTHER));
            }
            case "assert_invalid", "assert_malformed" -> refused(command);
            default -> "unknown directive " + type;
        };
    }

    private static String trapped(Runnable action, Set<Trap.Kind> expected) {
        try {
            action.run();
            return "went on";
        } catch (Trap trap) {
            return (expected.contains(trap.kind()) ? PASSED + " " : "trap ") + trap.kind();
        }
    }

    private String refused(JsonNode command) {
        try {
            load(command);
            return "went on";
        } catch (InvalidComponentException e) {
            return PASSED;
        }
    }

    private CoreModule load(JsonNode command) {
        String file = command.path("binary_filename").asString(command.path("filename").asString(""));
        return engine.load(Bytes.of(suite.file(name, file)));
    }

    private CoreInstance instantiate(CoreModule module) {
        return module.instantiate(
                (from, item) -> Optional.ofNullable(registered.get(from)).flatMap(i -> i.export(item)),
                new CoreBudget(Limits.defaults()));
    }

    private CoreInstance instance(Optional<String> wanted) {
        CoreInstance found = wanted.map(named::get).orElse(current);
        if (found == null) {
            throw new IllegalStateException("there is no instance");
        }
        return found;
    }

    private CallResult act(JsonNode action) {
        CoreItem item = instance(action.path("module").asStringOpt())
                .export(action.path("field").asString())
                .orElseThrow(() -> new IllegalStateException("no such export"));
        if (item instanceof EndiveInstance.Global(GlobalInstance global)) {
            return CallResult.of(
                    new long[] {global.getValueLow(), global.getValueHigh()},
                    new Object[] {global.getRefValue(), null});
        }
        var args = new CoreValues.Arguments();
        action.path("args").forEach(args::add);
        var function = (EndiveInstance.Function) item;
        if (!CoreValues.hasReferences(function.type())) {
            return CallResult.of(function.call(args.bits()), null);
        }
        try {
            return function.instance().getMachine().callWithRefs(function.index(), args.bits(), args.references());
        } catch (RuntimeException | StackOverflowError e) {
            throw Traps.of(e);
        }
    }

    private static String matches(JsonNode expected, CallResult found) {
        return CoreValues.match(expected, found)
                ? PASSED
                : "expected " + expected + ", found " + Arrays.toString(found.longs()) + " "
                        + Arrays.toString(found.refs());
    }

    private static byte[] spectest() {
        try (InputStream in = CoreScript.class.getResourceAsStream("spectest.wasm")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
