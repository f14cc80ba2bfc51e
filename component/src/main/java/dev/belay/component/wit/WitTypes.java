package dev.belay.component.wit;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.InstanceType;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.WitException;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.syntax.WitFile;
import dev.belay.wit.syntax.WitParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The component types of the interfaces and worlds of WIT packages.
 *
 * <p>One of these gives each resource of its packages one identity, shared by all interfaces that use it. Worlds have
 * resources of their own. What {@link #parse} reads has all feature gates open: a host that offers more than is asked for
 * does no harm. Safe for use by several threads.
 */
public final class WitTypes {
    private final WitPackages packages;
    private final TypeConverter converter = TypeConverter.fresh();
    private final Map<String, InstanceType> interfaces = new ConcurrentHashMap<>();

    private WitTypes(WitPackages packages) {
        this.packages = packages;
    }

    public static WitTypes of(WitPackages packages) {
        return new WitTypes(packages);
    }

    /**
     * @param sources the text of WIT files, one package (with its dependencies among the other sources) or many; files
     *     that name the same package form it together
     * @throws WitException if the text is wrong
     */
    public static WitTypes parse(String... sources) {
        Map<String, List<WitFile>> groups = new LinkedHashMap<>();
        for (int i = 0; i < sources.length; i++) {
            WitFile file = WitParser.parse(new Source("source " + (i + 1), sources[i]));
            String key = file.packageName().isPresent() ? file.packageName().get().toString() : "";
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(file);
        }
        return of(Resolver.resolve(List.copyOf(groups.values()), Features.all()));
    }

    public WitPackages packages() {
        return packages;
    }

    /**
     * The type of instances of an interface. The types it uses from other interfaces are among its exports: as {@code
     * TypeEq} of what the other interface exports.
     *
     * @param name such as {@code wasi:io/streams@0.2.6}, with the version its package declares
     * @throws dev.belay.wit.WitException with its position, if the interface uses what does not exist
     */
    public Optional<InstanceType> interfaceType(String name) {
        return packages.findInterface(name).map(i -> interfaces.computeIfAbsent(name, _ -> convert(i)));
    }

    /**
     * The type of components that target a world and use all it offers. An interface that is exported has other
     * resources than the same one imported.
     *
     * @param name such as {@code wasi:cli/command@0.2.6}, with the version its package declares
     */
    public Optional<ComponentType> worldType(String name) {
        return packages.findWorld(name).map(WitTypes::worldType);
    }

    public static ComponentType worldType(WitWorld world) {
        return new WorldConverter(world).convert();
    }

    private InstanceType convert(WitInterface type) {
        synchronized (converter) {
            return converter.instance(type);
        }
    }
}
