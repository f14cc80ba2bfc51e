package dev.belay.compose;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.binary.CustomSections;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.model.Section;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.component.wit.WitTypes;
import dev.belay.compose.internal.componentize.ComponentTypeSection;
import dev.belay.compose.internal.componentize.Componentizer;
import dev.belay.compose.internal.componentize.CoreInput;
import dev.belay.compose.internal.componentize.Preview1;
import dev.belay.wit.resolve.WitWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a component of a core module whose imports and exports follow the canonical naming ({@code
 * design/mvp/BuildTargets.md}, or the older names such as {@code ns:pkg/iface@1.0.0#func} and {@code cabi_realloc}).
 *
 * <pre>{@code
 * byte[] component = Componentize.module("core.wasm", core).world(world).component();
 * }</pre>
 *
 * <p>The worlds that {@code component-type} sections of the module and its adapters name are merged with the one given.
 */
public final class Componentize {
    /** What modules of WASI preview 1 import from. */
    public static final String PREVIEW1 = Preview1.MODULE;

    private final CoreInput main;
    private final List<ComponentType> worlds = new ArrayList<>();
    private final Map<String, CoreInput> adapters = new LinkedHashMap<>();
    private Optional<StringEncoding> encoding = Optional.empty();
    private boolean preview1;

    private Componentize(CoreInput main) {
        this.main = main;
    }

    /**
     * @param name for messages
     * @throws dev.belay.component.InvalidComponentException if it is no valid core module
     * @throws ComponentizeException if one of its {@code component-type} sections is malformed
     */
    public static Componentize module(String name, byte[] core) {
        return new Componentize(CoreInput.of(name, Bytes.of(core)));
    }

    /** A world for the component to fit; may be called again, for more. */
    public Componentize world(WitWorld world) {
        return world(WitTypes.worldType(world));
    }

    public Componentize world(ComponentType world) {
        worlds.add(world);
        return this;
    }

    /** How the main module encodes strings; without this, as its section says, else UTF-8. */
    public Componentize encoding(StringEncoding encoding) {
        this.encoding = Optional.of(encoding);
        return this;
    }

    /**
     * A module that meets what the main one imports from {@code name}, by means of the world that its own section names.
     *
     * @throws dev.belay.component.InvalidComponentException if it is no valid core module
     * @throws ComponentizeException if its {@code component-type} section is malformed
     */
    public Componentize adapter(String name, byte[] module) {
        adapters.put(name, CoreInput.of("adapter `" + name + "`", Bytes.of(module)));
        return this;
    }

    /**
     * Meets what the main module imports from {@value #PREVIEW1} with the adapter that Belay brings, unless one was given
     * by that name. A module that exports {@code _start} becomes a command: its component exports {@code wasi:cli/run}.
     */
    public Componentize preview1() {
        preview1 = true;
        return this;
    }

    /** Whether the module imports something from {@value #PREVIEW1}. */
    public boolean needsPreview1() {
        return main.type().imports().stream().anyMatch(item -> item.module().equals(PREVIEW1));
    }

    /**
     * @throws ComponentizeException if the module does not fit the world
     */
    public byte[] component() {
        var all = new LinkedHashMap<>(adapters);
        var fitting = new ArrayList<>(worlds);
        if (preview1 && !adapters.containsKey(PREVIEW1)) {
            all.put(PREVIEW1, Preview1.adapterFor(main));
            Preview1.exportOf(main, fitting).ifPresent(fitting::add);
        }
        byte[] bytes = ComponentEncoder.encode(new Componentizer(main, all).component(fitting, encoding));
        ComponentValidator.validate(ComponentDecoder.decode(bytes));
        return bytes;
    }

    /**
     * The module with a section that says which world it is for, and how it encodes strings.
     *
     * @throws dev.belay.component.InvalidComponentException if it is no valid core module, or components cannot have a
     *     type of the world
     */
    public static byte[] embed(byte[] core, WitWorld world, StringEncoding encoding) {
        Bytes module = Bytes.of(core);
        ComponentValidator.validateModule(module);
        var section = new ComponentTypeSection(world.name(), WitTypes.worldType(world), encoding);
        var custom = new Section.Custom(ComponentTypeSection.NAME, Bytes.of(section.encode(world.fullName())));
        return CustomSections.with(module, custom).toByteArray();
    }
}
