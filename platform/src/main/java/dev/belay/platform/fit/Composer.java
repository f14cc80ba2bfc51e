package dev.belay.platform.fit;

import dev.belay.component.model.Bytes;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ValidComponent;
import dev.belay.compose.ComposeException;
import dev.belay.compose.Composition;
import dev.belay.compose.Plug;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.StackSpec;
import dev.belay.platform.store.BlobSource;
import dev.belay.wasi.virt.FileTree;
import dev.belay.wasi.virt.HostValues;
import dev.belay.wasi.virt.StdioMode;
import dev.belay.wasi.virt.Surroundings;
import dev.belay.wasi.virt.VirtException;
import dev.belay.wit.name.InterfaceName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Composes applications with their harnesses, of bytes in a store. Thread-safe. */
public final class Composer {
    private final BlobSource store;
    private final Parts parts;

    public Composer(BlobSource store) {
        this.store = store;
        this.parts = new Parts(store);
    }

    /** What decides about a composition: revisions that differ in other things have the same one. */
    public static Digest key(RevisionSpec revision) {
        var key = new StringBuilder(revision.component().digest().hex());
        revision.stack().ifPresent(stack -> {
            key.append("|upper ").append(stack.upper().digest()).append("|contract ").append(stack.contract().orElse(""));
            stack.lower().forEach(part -> key.append("|lower ").append(part.digest()));
            stack.middleware().forEach(part -> key.append("|middleware ").append(part.digest()));
        });
        revision.files().forEach((path, part) -> key.append("|file ").append(path).append(' ').append(part.digest()));
        if (!revision.files().isEmpty()) {
            key.append("|http ").append(revision.allowHosts().isEmpty());
        }
        return Digest.of(key.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws MisfitException if the parts do not fit
     * @throws dev.belay.platform.store.StoreException if one of them is gone
     */
    public Composed compose(RevisionSpec revision) {
        try {
            ValidComponent component = withFiles(revision, parts.get(revision.component()));
            return revision.stack()
                    .map(stack -> composed(plug(stack, revision, component).compose()))
                    .orElseGet(() -> alone(component));
        } catch (ComposeException | VirtException e) {
            throw new MisfitException(String.valueOf(e.getMessage()), e);
        }
    }

    private Plug plug(StackSpec stack, RevisionSpec revision, ValidComponent component) {
        stack.contract().ifPresent(contract -> requireExport(revision.component().label(), component.type(), contract));
        var plug = Plug.socket(stack.upper().label(), parts.get(stack.upper())).plug(revision.component().label(), component);
        stack.lower().forEach(part -> plug.plug(part.label(), parts.get(part)));
        stack.middleware().forEach(part -> plug.wrap(part.label(), parts.get(part)));
        return plug;
    }

    private static void requireExport(String label, ComponentType type, String contract) {
        Optional<InterfaceName> wanted = InterfaceName.parse(contract);
        boolean exported = type.exports().keySet().stream()
                .anyMatch(name -> name.equals(contract)
                        || wanted.isPresent()
                                && InterfaceName.parse(name).filter(its -> its.compatibleWith(wanted.get())).isPresent());
        if (!exported) {
            throw new MisfitException(label + ": expected a component that exports the contract " + contract
                    + ", found exports " + type.exports().keySet());
        }
    }

    /** Files are baked in below the component; whatever else there is of the host goes through to it. */
    private ValidComponent withFiles(RevisionSpec revision, ValidComponent component) {
        if (revision.files().isEmpty()) {
            return component;
        }
        var surroundings = Surroundings.builder()
                .hostEnvironment(HostValues.allBut(Set.of()))
                .hostConfiguration(HostValues.allBut(Set.of()))
                .stdio(StdioMode.IGNORE, StdioMode.ALLOW, StdioMode.ALLOW)
                .clocks(true)
                .random(true)
                .http(!revision.allowHosts().isEmpty());
        FileTree.Directory root = Trees.of(revision.files(), part -> Bytes.of(store.get(part.digest())));
        surroundings.mount("/", root);
        return surroundings.build()
                .around(revision.component().label(), component)
                .component();
    }

    private static Composed composed(Composition composition) {
        List<Composed.Met> met = composition.links().stream()
                .map(link -> new Composed.Met(link.importer(), link.importName(), link.exporter()))
                .toList();
        return new Composed(composition.component(), met, composition.imports());
    }

    private static Composed alone(ValidComponent component) {
        return new Composed(component, List.of(), List.copyOf(component.type().imports().keySet()));
    }
}
