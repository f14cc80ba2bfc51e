package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.core.CoreImage;
import dev.belay.runtime.internal.core.CoreInstance;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.jit.FunctionShapes;
import dev.belay.runtime.internal.jit.JitMachine;
import dev.belay.runtime.internal.jit.Mixed;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.runtime.TagInstance;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.TagImport;
import run.endive.wasm.types.TypeSection;

/** An instance and its exports in the seam's form. */
final class EndiveInstance implements CoreInstance {
    private static final int NOBODY = -1;

    private final Map<String, Export> exports;
    private final Instance instance;
    private final @Nullable InstanceImage restored;

    /**
     * @param exports the module's by name; items are made when they are asked for, as most are once or never
     * @param restored what it begins with, if that is not what its module makes it
     */
    EndiveInstance(Map<String, Export> exports, Instance instance, @Nullable InstanceImage restored) {
        this.exports = exports;
        this.instance = instance;
        this.restored = restored;
    }

    @Override
    public Optional<CoreImage> image(List<CoreInstance> all) {
        return InstanceImage.of(instance, owner -> number(owner, all));
    }

    private static int number(@Nullable Instance owner, List<CoreInstance> all) {
        for (int i = 0; i < all.size(); i++) {
            if (((EndiveInstance) all.get(i)).instance == owner) {
                return i;
            }
        }
        return NOBODY;
    }

    @Override
    public void connect(List<CoreInstance> all) {
        if (restored == null) {
            return;
        }
        int imported = instance.imports().tableCount();
        for (int i = 0; i < restored.tables().size(); i++) {
            ((BoundedTable) instance.table(imported + i))
                    .connect(
                            restored.tables().get(i),
                            number -> number == NOBODY ? null : ((EndiveInstance) all.get(number)).instance);
        }
    }

    @Override
    public Optional<CoreItem> export(String name) {
        Export export = exports.get(name);
        return export == null ? Optional.empty() : Optional.of(item(instance, export));
    }

    private static CoreItem item(Instance instance, Export export) {
        int index = export.index();
        return switch (export.exportType()) {
            case FUNCTION -> new Function(instance, index, instance.type(instance.functionType(index)));
            case TABLE -> new Table(instance.table(index));
            case MEMORY -> (EndiveMemory) instance.memory(index);
            case GLOBAL -> new Global(instance.global(index));
            case TAG -> new Tag(instance.tag(index), instance.module().typeSection(), tagType(instance.module(), index));
        };
    }

    private static int tagType(WasmModule module, int index) {
        int left = index;
        for (int i = 0; i < module.importSection().importCount(); i++) {
            if (module.importSection().getImport(i) instanceof TagImport tag && left-- == 0) {
                return tag.tagType().typeIdx();
            }
        }
        return module.tagSection().orElseThrow().getTag(left).typeIdx();
    }

    /** A function of an instance. */
    record Function(Instance instance, int index, FunctionType type) implements CoreItem.Function {
        @Override
        public long[] call(long... args) {
            try {
                return raw(args);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw Traps.of(e);
            }
        }

        @Override
        public TypedCall typed() {
            return instance.getMachine() instanceof JitMachine machine
                    ? machine.typed(index)
                    : FunctionShapes.of(type).byArray(Mixed.body(instance, index));
        }

        @Override
        public RuntimeException failure(RuntimeException thrown) {
            return Traps.of(thrown);
        }

        /** As {@link #call}, but failures stay as they are: for calls that another of Endive's instances makes. */
        long[] raw(long... args) {
            long[] results = instance.getMachine().call(index, args);
            return results == null ? NOTHING : results;
        }
    }

    record Table(TableInstance table) implements CoreItem.Table {}

    record Global(GlobalInstance global) implements CoreItem.Global {}

    /**
     * @param typeIndex its type among {@code types}, those of the module that exports it
     */
    record Tag(TagInstance tag, TypeSection types, int typeIndex) implements CoreItem.Tag {}
}
