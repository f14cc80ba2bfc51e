package dev.belay.component.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.At;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Import;
import dev.belay.component.model.Section;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A resource type with two names: which of them its functions can be named after. */
class ResourceNamesTest {
    private static final int FIELDS = 0;
    private static final int TRAILERS = 1;

    @Test
    void aConstructorReturnsTheTypeOfItsName() {
        assertThat(ComponentValidator.validate(constructor("[constructor]fields", FIELDS)).imports()).hasSize(3);
        assertThat(ComponentValidator.validate(constructor("[constructor]trailers", TRAILERS)).imports()).hasSize(3);
    }

    @Test
    void anotherNameForThatTypeWillNotDo() {
        assertThatThrownBy(() -> ComponentValidator.validate(constructor("[constructor]fields", TRAILERS)))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageContaining(
                        "function does not match expected resource name `fields`: its type has resource `trailers`");
        assertThatThrownBy(() -> ComponentValidator.validate(constructor("[constructor]trailers", FIELDS)))
                .isInstanceOf(InvalidComponentException.class);
    }

    /** Imports a resource type, the same one by another name, and a function that returns the one at {@code resource}. */
    private static ComponentBinary constructor(String name, int resource) {
        return ComponentBinary.of(List.of(
                imported("fields", new ExternDesc.SubResource()),
                imported("trailers", new ExternDesc.TypeEq(FIELDS)),
                type(new Type.Own(resource)),
                type(new Type.Func(false, List.of(), Optional.of(new ValTypeRef.Index(2)))),
                imported(name, new ExternDesc.Func(3))));
    }

    private static At<Section> imported(String name, ExternDesc type) {
        return At.nowhere(new Section.Imports(List.of(At.nowhere(new Import(ExternName.of(name), type)))));
    }

    private static At<Section> type(Type type) {
        return At.nowhere(new Section.Types(List.of(At.nowhere(type))));
    }
}
