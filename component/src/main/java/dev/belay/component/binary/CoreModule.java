package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import java.util.List;

/** A whole core module, to be changed and written anew. */
public record CoreModule(CoreModuleOutline outline, CoreModuleContents contents) {
    /**
     * @param module a valid one
     * @throws dev.belay.component.InvalidComponentException if it uses an unknown instruction
     */
    public static CoreModule read(Bytes module) {
        return new CoreModule(CoreModuleReader.read(module), CoreModuleContentsReader.read(module));
    }

    /** Its binary, without sizes longer than they have to be. */
    public Bytes write() {
        return new CoreModuleWriter(this).write();
    }

    /** How many functions it imports: the index of the first one of its own. */
    public int importedFunctions() {
        return (int) outline.imports().stream()
                .filter(i -> i.type() instanceof CoreExtern.Func)
                .count();
    }

    /** How many globals it imports. */
    public int importedGlobals() {
        return (int) outline.imports().stream()
                .filter(i -> i.type() instanceof CoreExtern.Global)
                .count();
    }

    /** The function type that has an index; types that are none do not belong to functions. */
    public CoreType.Func functionType(int index) {
        var all = outline.types().stream().flatMap(group -> group.types().stream()).toList();
        if (all.get(index).type() instanceof CoreType.Func type) {
            return type;
        }
        throw new IllegalArgumentException("type " + index + " is no function's");
    }

    /** Its own functions, tables, memories, globals or tags. */
    public <T extends CoreExtern> List<T> defined(Class<T> sort) {
        return outline.definitions().stream().filter(sort::isInstance).map(sort::cast).toList();
    }

    /** The names that its {@code name} section gives. */
    public NameMaps names() {
        return contents.custom().stream()
                .filter(c -> c.name().equals("name"))
                .map(c -> NameMaps.ofModule(c.data()))
                .findFirst()
                .orElse(NameMaps.none());
    }

    /** Whether something of it uses a memory. */
    boolean usesMemory() {
        return outline.exports().stream().anyMatch(e -> e.sort() == CoreSort.MEMORY)
                || contents.data().stream().anyMatch(d -> d.target().isPresent())
                || contents.functions().stream().flatMap(f -> f.body().stream()).anyMatch(CoreModule::usesMemory);
    }

    private static boolean usesMemory(CoreInstruction instruction) {
        return switch (instruction.op()) {
            case MEMORY_SIZE, MEMORY_GROW, MEMORY_COPY, MEMORY_FILL, MEMORY_INIT -> true;
            default -> instruction.immediates().stream().anyMatch(i -> i instanceof CoreInstruction.Immediate.MemArg);
        };
    }
}
