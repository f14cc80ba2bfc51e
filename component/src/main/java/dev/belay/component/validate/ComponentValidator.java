package dev.belay.component.validate;

import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;

/** Checks every rule of the specification before anything runs. */
public final class ComponentValidator {
    private ComponentValidator() {}

    /**
     * @return what the component imports and exports
     * @throws dev.belay.component.InvalidComponentException if it breaks a rule
     */
    public static ComponentType validate(ComponentBinary component) {
        return new ComponentChecker(Scope.outermost()).check(component, component.bytes().offset());
    }
}
