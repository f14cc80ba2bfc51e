package dev.belay.runtime;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.runtime.internal.core.CoreEngine;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.endive.EndiveEngine;
import dev.belay.runtime.internal.plan.Plan;
import dev.belay.runtime.internal.plan.PlanText;
import dev.belay.runtime.internal.plan.Planned;
import dev.belay.runtime.internal.plan.Planner;
import dev.belay.wit.name.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** A component, loaded and validated; immutable, and shared by all its instances and by threads. */
public final class Component {
    /** A system property: {@code off} to run everything in the interpreter. */
    private static final String COMPILE = "belay.compile";
    private static final CoreEngine ENGINE = new EndiveEngine(!"off".equals(System.getProperty(COMPILE)));

    private final ComponentType type;
    private final Plan plan;
    private final List<CoreModule> modules;

    private Component(ComponentType type, Plan plan, List<CoreModule> modules) {
        this.type = type;
        this.plan = plan;
        this.modules = modules;
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if the bytes are no valid component
     */
    public static Component load(byte[] bytes) {
        return of(ComponentDecoder.decode(bytes));
    }

    /**
     * @throws IOException if the file cannot be read
     * @throws dev.belay.component.InvalidComponentException if the file is no valid component
     */
    public static Component load(Path file) throws IOException {
        return load(Files.readAllBytes(file));
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if the component is not valid
     */
    public static Component of(ComponentBinary binary) {
        ComponentType type = ComponentValidator.validate(binary);
        Planned planned = Planner.plan(binary);
        return new Component(
                type, planned.plan(), planned.modules().stream().map(ENGINE::load).toList());
    }

    /** What it imports and exports. */
    public ComponentType type() {
        return type;
    }

    /** What instantiating it does, flat and for people to read: lines, each with its line break. */
    public String planText() {
        return PlanText.of(plan);
    }

    /** The exported instance of that name or, if there is none, of the highest compatible version. */
    Optional<String> exportedName(String interfaceName) {
        if (plan.exports().containsKey(interfaceName)) {
            return Optional.of(interfaceName);
        }
        return InterfaceName.parse(interfaceName).flatMap(wanted -> plan.exports().keySet().stream()
                .filter(name ->
                        InterfaceName.parse(name).filter(wanted::compatibleWith).isPresent())
                .max(Comparator.comparing(name ->
                        InterfaceName.parse(name).orElseThrow().version().orElseThrow())));
    }

    Plan plan() {
        return plan;
    }

    List<CoreModule> modules() {
        return modules;
    }
}
