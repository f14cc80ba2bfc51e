package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.model.At;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Decl;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Import;
import dev.belay.component.model.Primitive;
import dev.belay.component.model.Section;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of the host's interfaces meets an import, and what is said where none does. */
class LinkerTest {
    @Test
    void theExactVersionIsTakenBeforeHigherOnes() {
        link("a:b/c@1.0.0", "a:b/c@1.0.0", "a:b/c@1.2.0");
    }

    @Test
    void anyCompatibleVersionWillDo() {
        link("a:b/c@1.0.0", "a:b/c@1.2.0");
        link("a:b/c@1.2.0", "a:b/c@1.0.0");
        link("a:b/c@0.2.3", "a:b/c@0.2.6");
        link("a:b/c", "a:b/c");
    }

    @Test
    void otherVersionsAreNamedWhereNoneIsCompatible() {
        for (String given : List.of("a:b/c@2.0.0", "a:b/c@0.3.0")) {
            assertThatThrownBy(() -> link("a:b/c@1.0.0", given))
                    .isInstanceOf(LinkException.class)
                    .hasMessage("import 'a:b/c@1.0.0': expected this interface, found none; the host gives " + given);
        }
        assertThatThrownBy(() -> link("a:b/c@0.2.0", "a:b/c@0.3.0")).isInstanceOf(LinkException.class);
    }

    @Test
    void anEmptyHostAndOneWithOtherPackagesAreTold() {
        assertThatThrownBy(() -> link("a:b/c"))
                .hasMessage("import 'a:b/c': expected this interface, found none; the host gives none");
        assertThatThrownBy(() -> link("a:b/c", "x:y/z", "x:y/w"))
                .hasMessage("import 'a:b/c': expected this interface, found none; the host gives 2 others");
    }

    @Test
    void everyMissingImportIsListed() {
        assertThatThrownBy(() -> new Linker().link(component(List.of("a:b/c", "a:b/d"))))
                .isInstanceOfSatisfying(LinkException.class, e -> assertThat(e.problems())
                        .hasSize(2)
                        .allMatch(problem -> problem.startsWith("import 'a:b/")));
    }

    @Test
    void anInterfaceOfAnotherTypeDoesNotFit() {
        assertThatThrownBy(() -> new Linker()
                        .define(host("a:b/c", ValueType.STRING))
                        .link(component(List.of("a:b/c"))))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("a:b/c")
                .hasMessageContaining("u32")
                .hasMessageContaining("string");
    }

    @Test
    void anInterfaceThatLacksAFunctionDoesNotFit() {
        var empty = HostInterface.builder("a:b/c", new InstanceType(Map.of())).build();
        assertThatThrownBy(() -> new Linker().define(empty).link(component(List.of("a:b/c"))))
                .isInstanceOf(LinkException.class)
                .hasMessage("a:b/c » f: expected func() -> u32, found nothing of that name");
    }

    private static void link(String imported, String... given) {
        var linker = new Linker();
        for (String name : given) {
            linker.define(host(name, ValueType.U32));
        }
        linker.link(component(List.of(imported))).instantiate(InstanceState.empty(), Limits.defaults());
    }

    private static HostInterface host(String name, ValueType result) {
        var functions = new LinkedHashMap<String, ExternType>();
        functions.put("f", new ExternType.Func(new FunctionType(false, List.of(), Optional.of(result))));
        return HostInterface.builder(name, new InstanceType(functions)).func("f", (_, _) -> 1L).build();
    }

    /** Imports instances of {@code f: func() -> u32}, and nothing else. */
    private static Component component(List<String> imports) {
        Type f = new Type.Func(false, List.of(), Optional.of(new ValTypeRef.Prim(Primitive.U32)));
        Type instance = new Type.Instance(List.of(
                At.<Decl>nowhere(new Decl.TypeDecl(f)),
                At.<Decl>nowhere(new Decl.ExportDecl(ExternName.of("f"), new ExternDesc.Func(0)))));
        return Component.of(ComponentBinary.of(List.of(
                At.<Section>nowhere(new Section.Types(List.of(At.nowhere(instance)))),
                At.<Section>nowhere(new Section.Imports(imports.stream()
                        .map(name -> At.nowhere(new Import(ExternName.of(name), new ExternDesc.Instance(0))))
                        .toList())))));
    }
}
