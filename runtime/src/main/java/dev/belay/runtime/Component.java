package dev.belay.runtime;

import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.component.validate.ValidComponent;
import dev.belay.runtime.internal.core.CoreEngine;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.plan.Plan;
import dev.belay.runtime.internal.plan.PlanText;
import dev.belay.runtime.internal.plan.Planned;
import dev.belay.runtime.internal.plan.Planner;
import dev.belay.wit.name.InterfaceName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A component, loaded and validated; immutable, and shared by all its instances and by threads. The methods that load here use
 * {@link Engine#shared}.
 */
public final class Component {
    private final ComponentType type;
    private final Plan plan;
    private final List<CoreModule> modules;
    private final boolean snapshots;

    private Component(ComponentType type, Plan plan, List<CoreModule> modules, boolean snapshots) {
        this.type = type;
        this.plan = plan;
        this.modules = modules;
        this.snapshots = snapshots;
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if the bytes are no valid component
     */
    public static Component load(byte[] bytes) {
        return Engine.shared().load(bytes);
    }

    /**
     * @throws IOException if the file cannot be read
     * @throws dev.belay.component.InvalidComponentException if the file is no valid component
     */
    public static Component load(Path file) throws IOException {
        return Engine.shared().load(file);
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if the component is not valid
     */
    public static Component of(ComponentBinary binary) {
        return Engine.shared().load(binary);
    }

    /** Checking a module's code and loading the module is one step of the engine: those that are loaded are held until used. */
    static Component of(ComponentBinary binary, CoreEngine engine, boolean snapshots) {
        var modules = new CheckedModules(engine);
        return of(binary, ComponentValidator.validate(binary, modules::check), modules, snapshots);
    }

    static Component of(ValidComponent component, CoreEngine engine, boolean snapshots) {
        var modules = new CheckedModules(engine);
        modules.checkAll(component.binary());
        return of(component.binary(), component.type(), modules, snapshots);
    }

    private static Component of(ComponentBinary binary, ComponentType type, CheckedModules modules, boolean snapshots) {
        Planned planned = Planner.plan(binary);
        return new Component(type, planned.plan(), planned.modules().stream().map(modules::load).toList(), snapshots);
    }

    /** What it imports and exports. */
    public ComponentType type() {
        return type;
    }

    /** What instantiating it does, flat and for people to read: lines, each with its line break. */
    public String planText() {
        return PlanText.of(plan);
    }

    /** Compiles all core code, past what is compiled or kept already, and counts; takes as long as compiling does. */
    public ComponentCost cost() {
        return new ComponentCost(
                modules.stream().distinct().map(CoreModule::cost).toList());
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

    /** Whether its instances may begin with what another has come to. */
    boolean isSnapshotted() {
        return snapshots;
    }

    List<CoreModule> modules() {
        return modules;
    }
}
