package dev.belay.conformance;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.runtime.Component;
import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkException;
import dev.belay.runtime.Linker;
import dev.belay.runtime.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Runs scripts of components. */
final class ComponentRunner implements ScriptRunner {
    static final String ASYNC = "asynchronous components are not supported yet";
    static final String TEXT = "tests the text parser, which there is none of";
    static final String EARLIER = "works on an instance that an earlier directive did not make";

    private static final Set<String> ASYNC_FEATURES = Set.of("async", "threads", "error-context");
    private static final Limits LIMITS = Limits.defaults().withDeadline(Duration.ofSeconds(10));

    private final Script script;
    private final Map<String, Component> definitions = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private Optional<Component> latestDefinition = Optional.empty();
    private Optional<Instance> current = Optional.empty();

    ComponentRunner(Script script) {
        this.script = script;
    }

    @Override
    public Outcome run(Script.Directive directive) throws IOException {
        if ("text".equals(directive.text("module_type").orElse("")) && directive.text("binary_filename").isEmpty()) {
            return Outcome.skipped(TEXT);
        }
        boolean rejects = directive.type().equals("assert_invalid") || directive.type().equals("assert_malformed");
        if (!rejects && directive.features().stream().anyMatch(ASYNC_FEATURES::contains)) {
            current = Optional.empty();
            return Outcome.skipped(ASYNC);
        }
        return switch (directive.type()) {
            case "module" -> module(directive);
            case "module_definition" -> definition(directive);
            case "module_instance" -> instance(directive);
            case "action" -> action(directive);
            case "assert_return" -> assertReturn(directive);
            case "assert_trap" -> assertTrap(directive);
            case "assert_invalid", "assert_malformed" -> assertRejected(directive);
            case "assert_uninstantiable" -> assertUninstantiable(directive);
            default -> Outcome.failed("unknown directive " + directive.type());
        };
    }

    private byte[] bytes(Script.Directive directive) throws IOException {
        String name = directive.text("binary_filename").or(() -> directive.text("filename")).orElseThrow();
        return Files.readAllBytes(script.file().resolveSibling(name));
    }

    private Outcome module(Script.Directive directive) throws IOException {
        current = Optional.empty();
        try {
            byte[] bytes = bytes(directive);
            var binary = ComponentDecoder.decode(bytes);
            if (!ComponentValidator.validate(binary).imports().isEmpty()) {
                return Outcome.passed(); // nothing gives what it imports: that it is valid is all there is to see
            }
            enter(directive, Component.of(binary));
            return Outcome.passed();
        } catch (InvalidComponentException | Trap | LinkException e) {
            return Outcome.failed("expected a component that instantiates, found " + e.getMessage());
        }
    }

    private Outcome definition(Script.Directive directive) throws IOException {
        latestDefinition = Optional.empty();
        try {
            var component = Component.load(bytes(directive));
            latestDefinition = Optional.of(component);
            directive.text("name").ifPresent(name -> definitions.put(name, component));
            return Outcome.passed();
        } catch (InvalidComponentException e) {
            return Outcome.failed("expected a valid component, found " + e.getMessage());
        }
    }

    private Outcome instance(Script.Directive directive) {
        current = Optional.empty();
        Optional<Component> component =
                directive.text("module").map(definitions::get).or(() -> latestDefinition);
        if (component.isEmpty()) {
            return Outcome.failed("no definition " + directive.text("module").orElse("(the latest)"));
        }
        try {
            enter(directive, component.get());
            return Outcome.passed();
        } catch (Trap | LinkException e) {
            return Outcome.failed("expected an instance, found " + e.getMessage());
        }
    }

    private void enter(Script.Directive directive, Component component) {
        var instance = new Linker().link(component).instantiate(InstanceState.empty(), LIMITS);
        current = Optional.of(instance);
        directive.text("instance").or(() -> directive.text("name")).ifPresent(name -> instances.put(name, instance));
    }

    private Outcome action(Script.Directive directive) {
        Optional<Instance> instance = target(directive);
        if (instance.isEmpty()) {
            return Outcome.failed(EARLIER);
        }
        try {
            invoke(directive, instance.get());
            return Outcome.passed();
        } catch (Trap e) {
            return Outcome.failed("expected no trap, found " + e.getMessage());
        }
    }

    private Outcome assertReturn(Script.Directive directive) {
        Optional<Instance> instance = target(directive);
        if (instance.isEmpty()) {
            return Outcome.failed(EARLIER);
        }
        try {
            Optional<Object> found = invoke(directive, instance.get());
            JsonNode expected = directive.json().path("expected");
            boolean equal = expected.size() == (found.isPresent() ? 1 : 0)
                    && (found.isEmpty() || ComponentValues.matches(expected.get(0), found.get()));
            return equal ? Outcome.passed() : Outcome.failed("expected " + expected + ", found " + found);
        } catch (Trap e) {
            return Outcome.failed("expected " + directive.json().path("expected") + ", found " + e.getMessage());
        }
    }

    private Outcome assertTrap(Script.Directive directive) {
        Optional<Instance> instance = target(directive);
        if (instance.isEmpty()) {
            return Outcome.failed(EARLIER);
        }
        String text = directive.text("text").orElse("");
        try {
            return Outcome.failed("expected a trap (" + text + "), found " + invoke(directive, instance.get()));
        } catch (Trap _) {
            return Outcome.passed();
        }
    }

    private Outcome assertRejected(Script.Directive directive) throws IOException {
        try {
            byte[] bytes = bytes(directive);
            if (bytes.length > 6 && bytes[4] == 1 && bytes[6] == 0) {
                run.endive.wasm.Parser.parse(bytes);
            } else {
                ComponentValidator.validate(ComponentDecoder.decode(bytes));
            }
            return Outcome.failed("expected to be rejected (" + directive.text("text").orElse("") + "), was accepted");
        } catch (InvalidComponentException | run.endive.wasm.WasmEngineException _) {
            return Outcome.passed();
        }
    }

    private Outcome assertUninstantiable(Script.Directive directive) throws IOException {
        Component component = Component.load(bytes(directive));
        try {
            new Linker().link(component).instantiate(InstanceState.empty(), LIMITS);
            return Outcome.failed("expected a trap at instantiation, found an instance");
        } catch (Trap _) {
            return Outcome.passed();
        }
    }

    private Optional<Instance> target(Script.Directive directive) {
        JsonNode named = directive.json().path("action").get("module");
        return named == null ? current : Optional.ofNullable(instances.get(named.asString()));
    }

    private static Optional<Object> invoke(Script.Directive directive, Instance instance) {
        JsonNode action = directive.json().path("action");
        String field = action.path("field").asString();
        ComponentFunction function = instance.function(field)
                .orElseThrow(() -> new IllegalStateException("no exported function '" + field + "'"));
        List<Object> args = action.path("args").valueStream()
                .map(ComponentValues::toJava)
                .toList();
        return function.call(args.toArray());
    }
}
