package dev.belay.compose;

import dev.belay.component.type.ExternType;
import dev.belay.compose.internal.graph.Part;
import dev.belay.wit.name.InterfaceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which export meets which import, decided by names alone, and an order in which the parts can be instantiated. */
final class Wiring {
    private final Part socket;
    private final List<Part> plugs;
    private final Middleware middleware;
    private final Map<String, Source> exports = new LinkedHashMap<>();
    private final Map<Part, Map<String, Source>> sources = new HashMap<>();
    private final Set<Part> order = new LinkedHashSet<>();

    /** Export {@code name} of {@code part}. */
    record Source(Part part, String name) {}

    private Wiring(Part socket, List<Part> plugs, Middleware middleware) {
        this.socket = socket;
        this.plugs = plugs;
        this.middleware = middleware;
    }

    /**
     * @throws ComposeException if a plug meets nothing, if it is not plain which plug is meant, or if there is a circle
     */
    static Wiring of(Part socket, List<Part> plugs, Middleware middleware) {
        var wiring = new Wiring(socket, List.copyOf(plugs), middleware);
        socket.type().exports().keySet().forEach(name -> wiring.exports.put(name, wiring.exported(name)));
        wiring.visit(socket, new ArrayList<>());
        wiring.exports.values().forEach(source -> wiring.visit(source.part(), new ArrayList<>()));
        wiring.refuseUnused();
        return wiring;
    }

    /** What the whole exports: what the socket does, wrapped if nothing else is there to wrap. */
    Map<String, Source> exports() {
        return exports;
    }

    private Source exported(String name) {
        return Optional.of(name)
                .filter(this::isWrappedOutside)
                .flatMap(middleware::first)
                .orElseGet(() -> new Source(socket, name));
    }

    /** Middleware stands in front of the socket if no socket or plug imports what it wraps. */
    private boolean isWrappedOutside(String name) {
        return Stream.concat(Stream.of(socket), plugs.stream())
                .noneMatch(part -> Middleware.named(part.type().imports(), name).isPresent());
    }

    /** Those that are needed, each after all that it needs. */
    List<Part> order() {
        return List.copyOf(order);
    }

    /** What meets the imports of a part; what is not among them the whole has to import. */
    Map<String, Source> met(Part part) {
        return sources.getOrDefault(part, Map.of());
    }

    private void visit(Part part, List<Part> path) {
        if (order.contains(part)) {
            return;
        }
        if (path.contains(part)) {
            throw new ComposeException("expected components that can be instantiated one after the other, found a circle: "
                    + path.subList(path.indexOf(part), path.size()).stream()
                            .map(p -> p + " needs ")
                            .collect(Collectors.joining())
                    + part + "; leave one of these plugs out");
        }
        path.addLast(part);
        var found = new TreeMap<String, Source>();
        part.type().imports().keySet().forEach(name -> find(part, name).ifPresent(s -> found.put(name, s)));
        for (Source source : found.values()) {
            visit(source.part(), path);
        }
        path.removeLast();
        sources.put(part, found);
        order.add(part);
    }

    private Optional<Source> find(Part importer, String name) {
        if (middleware.passesOn(importer, name)) {
            return middleware.after(importer, name).or(() -> behind(importer, name));
        }
        Optional<Source> first = middleware.first(name);
        // What middleware ends at is not sent through it again.
        return first.isPresent() && behind(first.get().part(), name).filter(s -> s.part() == importer).isEmpty()
                ? first
                : plugged(importer, name);
    }

    /** Whom the last of the middleware calls; nobody if the whole imports it. */
    private Optional<Source> behind(Part last, String name) {
        Optional<String> exported = Middleware.named(socket.type().exports(), name);
        return exported.isPresent() && isWrappedOutside(name)
                ? Optional.of(new Source(socket, exported.get()))
                : plugged(last, name);
    }

    private Optional<Source> plugged(Part importer, String name) {
        List<Part> exact = plugs.stream()
                .filter(p -> p != importer && p.type().exports().containsKey(name))
                .toList();
        if (!exact.isEmpty()) {
            return Optional.of(new Source(only(importer, name, exact), name));
        }
        return InterfaceName.parse(name).flatMap(wanted -> compatible(importer, name, wanted));
    }

    private Optional<Source> compatible(Part importer, String name, InterfaceName wanted) {
        var byVersion = new TreeMap<InterfaceName, List<Part>>(
                Comparator.comparing(n -> n.version().orElseThrow()));
        for (Part plug : plugs) {
            plug.type().exports().forEach((export, type) -> InterfaceName.parse(export)
                    .filter(n -> plug != importer && type instanceof ExternType.Instance)
                    .filter(n -> n.version().isPresent() && n.compatibleWith(wanted))
                    .ifPresent(n -> byVersion.computeIfAbsent(n, _ -> new ArrayList<>()).add(plug)));
        }
        return Optional.ofNullable(byVersion.lastEntry()).map(highest ->
                new Source(only(importer, name, highest.getValue()), highest.getKey().toString()));
    }

    private static Part only(Part importer, String name, List<Part> candidates) {
        if (candidates.size() > 1) {
            throw new ComposeException("import '" + name + "' of " + importer + ": expected one plug that exports it, found "
                    + candidates.size() + ": "
                    + candidates.stream().map(Part::name).collect(Collectors.joining(", "))
                    + "; leave all but one of them out" + middlewareHint(name, candidates));
        }
        return candidates.getFirst();
    }

    private static String middlewareHint(String name, List<Part> candidates) {
        return candidates.stream()
                .filter(part -> Middleware.named(part.type().imports(), name).isPresent())
                .findFirst()
                .map(part -> ", or, since " + part + " imports it as well, put that in front of the other by --wrap")
                .orElse("");
    }

    private void refuseUnused() {
        for (Part part : middleware.parts()) {
            if (!order.contains(part)) {
                throw new ComposeException(part + ": expected middleware for what the socket exports or another component"
                        + " imports, found that it wraps only " + part.type().exports().keySet());
            }
        }
        var unused = new LinkedHashSet<>(plugs);
        unused.removeAll(order);
        if (!unused.isEmpty()) {
            Part first = unused.iterator().next();
            throw new ComposeException(first + ": expected a plug that exports what another component imports, found exports "
                    + first.type().exports().keySet() + "; still to be met are " + unmet());
        }
    }

    private Set<String> unmet() {
        var names = new LinkedHashSet<String>();
        var met = new HashSet<String>();
        order.forEach(part -> {
            met.addAll(sources.getOrDefault(part, Map.of()).keySet());
            names.addAll(part.type().imports().keySet());
        });
        names.removeAll(met);
        return names;
    }
}
