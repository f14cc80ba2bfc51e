package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.CoreModuleOutline;
import dev.belay.component.binary.CoreModuleReader;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreType.CoreExtern;
import java.util.stream.Stream;
import run.endive.wasm.MalformedException;
import run.endive.wasm.Parser;

/** Checks the code of core modules with the parser and validator of the engine that will run them. */
final class CoreModuleBody {
    private CoreModuleBody() {}

    static void check(Bytes module) {
        if (isBeyondEngine(CoreModuleReader.read(module))) {
            return;
        }
        try {
            Parser.parse(module.toByteArray());
        } catch (MalformedException e) {
            throw InvalidComponentException.malformed(module.offset(), "malformed core module: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            throw InvalidComponentException.invalid(module.offset(), "invalid core module: " + e.getMessage());
        }
    }

    /** Whether it uses what the engine has no parser for: such modules are told valid by their outline alone. */
    static boolean isBeyondEngine(CoreModuleOutline outline) {
        return Stream.concat(
                        outline.imports().stream().map(CoreModuleOutline.Import::type),
                        outline.definitions().stream())
                .anyMatch(CoreModuleBody::isBeyondEngine);
    }

    private static boolean isBeyondEngine(CoreExtern type) {
        return switch (type) {
            case CoreExtern.Memory t -> t.limits().is64() || t.limits().pageSizeLog2().isPresent();
            case CoreExtern.Table t -> t.limits().is64() || t.limits().shared();
            default -> false;
        };
    }
}
