package dev.belay.conformance;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ValueType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.conformance.Directive.Action;
import dev.belay.runtime.Component;
import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkException;
import dev.belay.runtime.Linker;
import dev.belay.runtime.Trap;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs components with Belay's runtime. No component of the suites is given imports. */
final class ComponentMachine implements Machine {
    /** No directive takes longer than this unless it hangs. */
    private static final Limits LIMITS = Limits.defaults().withDeadline(Duration.ofSeconds(60));

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private @Nullable Definition latest;
    private @Nullable Instance current;

    @Override
    public void define(byte[] binary, Optional<String> name) {
        latest = null;
        try {
            var decoded = ComponentDecoder.decode(binary);
            var definition = new Definition(decoded, ComponentValidator.validate(decoded));
            latest = definition;
            name.ifPresent(n -> definitions.put(n, definition));
        } catch (InvalidComponentException e) {
            throw new Refusal(Messages.of(e), false, e);
        }
    }

    @Override
    public boolean canInstantiate() {
        return latest != null && latest.type.imports().isEmpty();
    }

    @Override
    public void instantiate(Optional<String> name, Optional<String> definition) {
        current = null;
        var defined = definition.map(definitions::get).orElse(latest);
        if (defined == null) {
            throw new Mismatch("a definition" + definition.map(d -> " named " + d).orElse(""), "none");
        }
        try {
            var component = Component.of(defined.binary);
            var instance = new Linker().link(component).instantiate(InstanceState.empty(), LIMITS);
            current = instance;
            name.ifPresent(n -> instances.put(n, instance));
        } catch (InvalidComponentException | LinkException e) {
            throw new Refusal(Messages.of(e), true, e);
        } catch (Trap e) {
            throw new GuestTrap(Messages.of(e), e);
        }
    }

    @Override
    public void register(Optional<String> instance, String as) {
        throw new Skip("register of a component instance");
    }

    @Override
    public List<Object> perform(Action action) {
        var instance = action.instance().map(instances::get).orElse(current);
        if (instance == null || !action.type().equals("invoke")) {
            throw new Mismatch("an instance to " + action.type() + " '" + action.field() + "' of", "none");
        }
        ComponentFunction function = instance.function(action.field())
                .orElseThrow(() -> new Mismatch("an exported function '" + action.field() + "'", "none"));
        var params = function.type().params();
        if (params.size() != action.args().size()) {
            throw new Mismatch(params.size() + " arguments", action.args().size());
        }
        Object[] args = IntStream.range(0, params.size())
                .mapToObj(i -> argument(action.args().get(i), params.get(i).type()))
                .toArray();
        try {
            return function.call(args).stream().toList();
        } catch (Trap e) {
            throw new GuestTrap(Messages.of(e), e);
        }
    }

    @Override
    public boolean matches(List<JsonNode> expected, List<Object> found) {
        return expected.size() == found.size()
                && IntStream.range(0, found.size()).allMatch(i -> ComponentValues.matches(expected.get(i), found.get(i)));
    }

    private static Object argument(JsonNode json, ValueType type) {
        return ComponentValues.toJava(json, type instanceof ValueType.MapOf);
    }

    /** A component that is valid; whether it can be instantiated as well is seen when that is asked for. */
    private record Definition(ComponentBinary binary, ComponentType type) {}
}
