package dev.belay.component.validate;

import dev.belay.component.binary.CoreModuleReader;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.CoreModuleType;
import java.util.function.Consumer;

/** Checks every rule of the specification before anything runs. */
public final class ComponentValidator {
    private ComponentValidator() {}

    /**
     * @return what the component imports and exports
     * @throws dev.belay.component.InvalidComponentException if it breaks a rule
     */
    public static ComponentType validate(ComponentBinary component) {
        return validate(component, CoreModuleBody::check);
    }

    /**
     * As {@link #validate(ComponentBinary)}, for those who parse the core modules anyway: that takes far longer than all the
     * rest, and has only to be done once.
     *
     * @param code is given each core module, in the order of the file, after its types, imports and exports have been
     *     checked; to check its code, and to throw an {@link dev.belay.component.InvalidComponentException} if that is
     *     not valid
     */
    public static ComponentType validate(ComponentBinary component, Consumer<Bytes> code) {
        var checker = new ComponentChecker(Scope.outermost(Validation.start(code)));
        return checker.check(component, component.bytes().offset());
    }

    /**
     * Whether {@link #validate(ComponentBinary)} checks a module's code: where there is no parser for what it uses, its types,
     * imports and exports are all that is checked.
     *
     * @throws dev.belay.component.InvalidComponentException if it cannot be read
     */
    public static boolean hasCheckedCode(Bytes module) {
        return !CoreModuleBody.isBeyondEngine(CoreModuleReader.read(module));
    }

    /**
     * The same for a core module by itself.
     *
     * @param module header included
     * @return what the module imports and exports
     * @throws dev.belay.component.InvalidComponentException if it breaks a rule
     */
    public static CoreModuleType validateModule(Bytes module) {
        return CoreModules.ofBytes(module, Validation.start(CoreModuleBody::check));
    }
}
