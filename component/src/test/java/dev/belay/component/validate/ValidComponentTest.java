package dev.belay.component.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.At;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.Export;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Import;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidComponentTest {
    @Test
    void whatWasMadeOfPartsIsAsItWouldBeIfItWereReadAgain() {
        ValidComponent part = ValidComponent.of(ComponentEncoder.encode(exportingAResource()));
        ValidComponent whole = ValidComponent.of(twiceWithin(part.binary()), List.of(part));

        ValidComponent again = ValidComponent.of(whole.bytes().toByteArray());
        assertThat(again.binary()).isEqualTo(whole.binary());
        assertThat(again.type().imports().keySet()).isEqualTo(whole.type().imports().keySet());
        assertThat(again.type().exports().keySet()).isEqualTo(whole.type().exports().keySet());
        assertThat(whole.type().exports()).hasSize(2);
    }

    /** Two instances of one part define two types. */
    @Test
    void eachInstanceOfAPartHasResourceTypesOfItsOwn() {
        ValidComponent part = ValidComponent.of(ComponentEncoder.encode(exportingAResource()));
        var exports = ValidComponent.of(twiceWithin(part.binary()), List.of(part)).type().exports();
        assertThat(exports.get("one")).isNotEqualTo(exports.get("two"));
    }

    @Test
    void aWholeThatDoesNotFitItsPartsIsRefused() {
        ValidComponent part = ValidComponent.of(ComponentEncoder.encode(importingAType()));
        var whole = ComponentBinary.of(List.of(
                At.nowhere(new Section.Component(part.binary())),
                At.nowhere(new Section.Instances(List.of(At.nowhere(new Instance.Instantiate(0, List.of())))))));
        assertThatThrownBy(() -> ValidComponent.of(whole, List.of(part)))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageContaining("missing import named `t`");
    }

    @Test
    void aPartThatIsNotTheVeryOneIsCheckedAgain() {
        ValidComponent part = ValidComponent.of(ComponentEncoder.encode(ComponentBinary.of(List.of())));
        var broken = ComponentBinary.of(List.of(At.nowhere(new Section.Instances(
                List.of(At.nowhere(new Instance.Instantiate(7, List.of())))))));
        var whole = ComponentBinary.of(List.of(At.nowhere(new Section.Component(broken))));
        assertThatThrownBy(() -> ValidComponent.of(whole, List.of(part))).isInstanceOf(InvalidComponentException.class);
    }

    @Test
    void partsWithinPartsAreBoundedAsTheyAreInOneFile() {
        ComponentBinary deep = ComponentBinary.of(List.of());
        for (int i = 0; i < Bounds.MAX_NESTING; i++) {
            deep = ComponentBinary.of(List.of(At.nowhere(new Section.Component(deep))));
        }
        ValidComponent part = ValidComponent.of(ComponentEncoder.encode(deep));
        var whole = ComponentBinary.of(List.of(At.nowhere(new Section.Component(part.binary()))));
        assertThatThrownBy(() -> ValidComponent.of(whole, List.of(part)))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageContaining("nest deeper than");
        assertThatThrownBy(() -> ValidComponent.of(ComponentEncoder.encode(whole)))
                .isInstanceOf(InvalidComponentException.class);
    }

    @Test
    void itIsReadAsItWasWritten() {
        byte[] bytes = ComponentEncoder.encode(importingAType());
        ValidComponent component = ValidComponent.of(bytes);
        assertThat(component.bytes().toByteArray()).isEqualTo(bytes);
        assertThat(component.binary()).isEqualTo(ComponentDecoder.decode(bytes));
        assertThat(component.type().imports()).containsOnlyKeys("t");
    }

    private static ComponentBinary importingAType() {
        return ComponentBinary.of(List.of(At.nowhere(new Section.Imports(
                List.of(At.nowhere(new Import(ExternName.of("t"), new ExternDesc.SubResource())))))));
    }

    private static ComponentBinary exportingAResource() {
        return ComponentBinary.of(List.of(
                At.nowhere(new Section.Types(List.of(At.nowhere(
                        new Type.Resource(CoreValType.I32, Optional.empty()))))),
                export("r", new SortIndex(Sort.TYPE, 0))));
    }

    private static ComponentBinary twiceWithin(ComponentBinary part) {
        return ComponentBinary.of(List.of(
                At.nowhere(new Section.Component(part)),
                At.nowhere(new Section.Instances(List.of(
                        At.nowhere(new Instance.Instantiate(0, List.of())),
                        At.nowhere(new Instance.Instantiate(0, List.of()))))),
                export("one", new SortIndex(Sort.INSTANCE, 0)),
                export("two", new SortIndex(Sort.INSTANCE, 1))));
    }

    private static At<Section> export(String name, SortIndex value) {
        return At.nowhere(new Section.Exports(List.of(At.nowhere(new Export(ExternName.of(name), value, Optional.empty())))));
    }
}
