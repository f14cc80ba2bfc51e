package dev.belay.compose;

import static dev.belay.compose.Relay.defining;
import static dev.belay.compose.Relay.taking;
import static dev.belay.compose.Relay.using;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.Section;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.component.validate.ComponentValidator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlugTest {
    private static final ExternType TEXT = taking(ValueType.STRING);

    private static byte[] socket(String... imports) {
        var socket = Relay.of();
        for (String name : imports) {
            socket.importing(name, TEXT);
        }
        return socket.exporting("app:app/main", imports[0]).bytes();
    }

    private static byte[] plug(String export) {
        return Relay.of().importing("host:host/text", TEXT).exporting(export, "host:host/text").bytes();
    }

    private static ComponentType type(Composition composition) {
        return ComponentValidator.validate(
                ComponentDecoder.decode(composition.bytes().toByteArray()));
    }

    /** A memory, and a custom section of that many bytes. */
    private static byte[] coreModule(int size) {
        var module = new ByteArrayOutputStream();
        module.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0, 5, 3, 1, 0, 1, 0});
        module.writeBytes(new byte[] {(byte) (0x80 | (size & 0x7f)), (byte) (size >> 7), 1, 'x'});
        module.writeBytes(new byte[size - 2]);
        return module.toByteArray();
    }

    @Test
    void anImportIsMetByTheExportOfItsName() {
        Composition app = Plug.socket("app", socket("a:b/c@1.0.0", "a:b/d@1.0.0"))
                .plug("c", plug("a:b/c@1.0.0"))
                .compose();
        assertThat(app.links()).containsExactly(new Link("app", "a:b/c@1.0.0", "c", "a:b/c@1.0.0"));
        assertThat(app.imports()).containsExactlyInAnyOrder("host:host/text", "a:b/d@1.0.0");
        assertThat(app.exports()).containsExactly("app:app/main");
        assertThat(type(app).imports()).containsOnlyKeys(app.imports());
        assertThat(type(app).exports()).containsOnlyKeys(app.exports());
    }

    @Test
    void withoutItsNameTheHighestCompatibleVersionIsTaken() {
        Composition app = Plug.socket("app", socket("a:b/c@0.2.6"))
                .plug("old", plug("a:b/c@0.2.3"))
                .compose();
        assertThat(app.links()).containsExactly(new Link("app", "a:b/c@0.2.6", "old", "a:b/c@0.2.3"));

        byte[] both = Relay.of()
                .importing("host:host/text", TEXT)
                .exporting("a:b/c@0.2.3", "host:host/text")
                .exporting("a:b/c@0.2.12", "host:host/text")
                .bytes();
        assertThat(Plug.socket("app", socket("a:b/c@0.2.6")).plug("both", both).compose().links())
                .containsExactly(new Link("app", "a:b/c@0.2.6", "both", "a:b/c@0.2.12"));
    }

    @Test
    void anIncompatibleVersionDoesNotDo() {
        assertThatThrownBy(() -> Plug.socket("app", socket("a:b/c@0.2.6"))
                        .plug("new", plug("a:b/c@0.3.0"))
                        .compose())
                .isInstanceOf(ComposeException.class)
                .hasMessage("new: expected a plug that exports what another component imports, found exports"
                        + " [a:b/c@0.3.0]; still to be met are [a:b/c@0.2.6]");
    }

    @Test
    void plugsMeetEachOthersImports() {
        byte[] middle = Relay.of().importing("a:b/deep", TEXT).exporting("a:b/c", "a:b/deep").bytes();
        Composition app = Plug.socket("app", socket("a:b/c"))
                .plug("middle", middle)
                .plug("deep", plug("a:b/deep"))
                .compose();
        assertThat(app.imports()).containsExactly("host:host/text");
        assertThat(app.links()).containsExactlyInAnyOrder(
                new Link("app", "a:b/c", "middle", "a:b/c"), new Link("middle", "a:b/deep", "deep", "a:b/deep"));
    }

    @Test
    void twoPlugsForOneImportAreRefused() {
        assertThatThrownBy(() -> Plug.socket("app", socket("a:b/c"))
                        .plug("one", plug("a:b/c"))
                        .plug("two", plug("a:b/c"))
                        .compose())
                .isInstanceOf(ComposeException.class)
                .hasMessage("import 'a:b/c' of app: expected one plug that exports it, found 2: one, two;"
                        + " leave all but one of them out");
    }

    @Test
    void aCircleIsRefused() {
        byte[] one = Relay.of().importing("a:b/two", TEXT).exporting("a:b/one", "a:b/two").bytes();
        byte[] two = Relay.of().importing("a:b/one", TEXT).exporting("a:b/two", "a:b/one").bytes();
        assertThatThrownBy(() -> Plug.socket("app", socket("a:b/one"))
                        .plug("first", one)
                        .plug("second", two)
                        .compose())
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("first needs second needs first");
    }

    @Test
    void aTypeThatDoesNotFitIsNamed() {
        byte[] wrong = Relay.of()
                .importing("host:host/number", taking(ValueType.U32))
                .exporting("a:b/c", "host:host/number")
                .bytes();
        assertThatThrownBy(() -> Plug.socket("app", socket("a:b/c")).plug("wrong", wrong).compose())
                .isInstanceOf(ComposeException.class)
                .hasMessage("import of app does not fit the export of wrong: a:b/c » f » param it: expected string,"
                        + " found u32");
    }

    @Test
    void somethingThatIsNoComponentIsNamedWithTheOffset() {
        assertThatThrownBy(() -> Plug.socket("app", new byte[] {0, 'a', 's'}).compose())
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("app: ")
                .hasMessageEndingWith("(at offset 0x3)");
    }

    /** Both parts import the same interfaces in different versions: the whole does so once, so that resources are one. */
    @Test
    void importsThatAreLeftAreSharedByTheirVersionTrack() {
        ResourceType r = ResourceType.fresh("r");
        byte[] socket = Relay.of()
                .importing("w:io/streams@0.2.3", defining(r))
                .importing("w:io/other@0.2.3", using(r))
                .importing("a:b/c", using(r))
                .exporting("app:app/main", "w:io/other@0.2.3")
                .bytes();
        ResourceType s = ResourceType.fresh("s");
        byte[] plug = Relay.of()
                .importing("w:io/streams@0.2.12", defining(s))
                .importing("w:io/other@0.2.1", using(s))
                .exporting("a:b/c", "w:io/other@0.2.1")
                .bytes();
        Composition app = Plug.socket("app", socket).plug("plug", plug).compose();
        assertThat(app.imports()).containsExactlyInAnyOrder("w:io/streams@0.2.12", "w:io/other@0.2.3");
        assertThat(type(app).imports()).containsOnlyKeys(app.imports());
    }

    @Test
    void whatPartsWantOfAnInterfaceIsPutTogether() {
        byte[] socket = Relay.of()
                .importing("a:b/c", TEXT)
                .importing("h:h/h@1.0.0", Relay.instance(java.util.Map.of("one", Relay.function(ValueType.U8))))
                .exporting("app:app/main", "a:b/c")
                .bytes();
        byte[] plug = Relay.of()
                .importing("x:x/x", TEXT)
                .importing("h:h/h@1.0.0", Relay.instance(java.util.Map.of("two", Relay.function(ValueType.U8))))
                .exporting("a:b/c", "x:x/x")
                .bytes();
        Composition app = Plug.socket("app", socket).plug("plug", plug).compose();
        assertThat(((ExternType.Instance) type(app).imports().get("h:h/h@1.0.0")).type())
                .extracting(InstanceType::exports)
                .satisfies(exports -> assertThat(exports).containsOnlyKeys("one", "two"));
    }

    @Test
    void partsThatWantDifferentThingsByOneNameAreNamed() {
        byte[] plug = Relay.of()
                .importing("h:h/h", taking(ValueType.U8))
                .exporting("a:b/c", "h:h/h")
                .bytes();
        byte[] socket = Relay.of()
                .importing("a:b/c", taking(ValueType.U8))
                .importing("h:h/h", TEXT)
                .exporting("app:app/main", "a:b/c")
                .bytes();
        assertThatThrownBy(() -> Plug.socket("app", socket).plug("plug", plug).compose())
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("app and plug import different things by one name: h:h/h");
    }

    /** Any part of a component in the place of a component: refused in words, whatever it is. */
    @Test
    void partsOfComponentsAreRefusedInWords() {
        byte[] whole = socket("a:b/c", "a:b/d");
        List<Integer> accepted = new ArrayList<>();
        for (int length = 0; length < whole.length; length++) {
            try {
                Plug.socket("app", java.util.Arrays.copyOf(whole, length))
                        .plug("c", plug("a:b/c"))
                        .compose();
                accepted.add(length);
            } catch (ComposeException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        // A component that ends where one of its sections does is one still.
        List<Integer> ends = ComponentDecoder.decode(whole).sections().stream()
                .map(section -> section.offset())
                .toList();
        assertThat(ends).containsAll(accepted);
    }

    private static byte[] middleware(String name) {
        return Relay.of().importing(name, TEXT).exporting(name, name).bytes();
    }

    @Test
    void middlewareStandsBetweenWhoImportsAndWhoExports() {
        Composition app = Plug.socket("app", socket("a:b/c"))
                .plug("c", plug("a:b/c"))
                .wrap("first", middleware("a:b/c"))
                .wrap("second", middleware("a:b/c"))
                .compose();
        assertThat(app.links())
                .containsExactly(
                        new Link("second", "a:b/c", "c", "a:b/c"),
                        new Link("first", "a:b/c", "second", "a:b/c"),
                        new Link("app", "a:b/c", "first", "a:b/c"));
        assertThat(app.imports()).containsExactly("host:host/text");
    }

    @Test
    void whereNobodyImportsItMiddlewareStandsBeforeTheSocket() {
        Composition app = Plug.socket("app", plug("web:web/handler"))
                .wrap("first", middleware("web:web/handler"))
                .wrap("second", middleware("web:web/handler"))
                .compose();
        assertThat(app.links())
                .containsExactly(
                        new Link("second", "web:web/handler", "app", "web:web/handler"),
                        new Link("first", "web:web/handler", "second", "web:web/handler"));
        assertThat(app.exports()).containsExactly("web:web/handler");
        assertThat(app.imports()).containsExactly("host:host/text");
    }

    @Test
    void middlewareWrapsWhatTheWholeImports() {
        Composition app = Plug.socket("app", socket("a:b/c@0.2.6", "a:b/d"))
                .wrap("log", middleware("a:b/c@0.2.3"))
                .compose();
        assertThat(app.links()).containsExactly(new Link("app", "a:b/c@0.2.6", "log", "a:b/c@0.2.3"));
        assertThat(app.imports()).containsExactlyInAnyOrder("a:b/c@0.2.3", "a:b/d");
    }

    @Test
    void chainsOfAnyLengthOfTheSameMiddlewareKeepOneCopyOfIt() {
        var plug = Plug.socket("app", socket("a:b/c")).plug("c", plug("a:b/c"));
        for (int i = 0; i < 50; i++) {
            plug.wrap("log" + i, middleware("a:b/c"));
        }
        Composition app = plug.compose();
        assertThat(app.links()).hasSize(51).endsWith(new Link("app", "a:b/c", "log0", "a:b/c"));
        assertThat(ComponentDecoder.decode(app.bytes().toByteArray()).sections().stream()
                        .filter(s -> s.it() instanceof Section.Component))
                .hasSize(3);
    }

    @Test
    void middlewareHasToWrapSomething() {
        assertThatThrownBy(() -> Plug.socket("app", socket("a:b/c")).wrap("x", plug("a:b/c")).compose())
                .isInstanceOf(ComposeException.class)
                .hasMessage("x: expected a component that imports and exports the same interface, to be put between two others,"
                        + " found imports [host:host/text] and exports [a:b/c]");
        assertThatThrownBy(() -> Plug.socket("app", socket("a:b/c")).wrap("x", middleware("a:b/e")).compose())
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("x: expected middleware for what the socket exports or another component imports");
    }

    @Test
    void aPlugThatIsMiddlewareIsPointedOut() {
        assertThatThrownBy(() -> Plug.socket("app", socket("a:b/c"))
                        .plug("c", plug("a:b/c"))
                        .plug("log", middleware("a:b/c"))
                        .compose())
                .isInstanceOf(ComposeException.class)
                .hasMessageEndingWith("or, since log imports it as well, put that in front of the other by --wrap");
    }

    /** One instantiates a module of some size twice; both have it. */
    @Test
    void coreModulesThatPartsShareAreStoredOnce() {
        byte[] code = coreModule(5_000);
        byte[] one = Relay.of().importing("a:b/c", TEXT).exporting("web:web/x", "a:b/c").holding(code).bytes();
        byte[] other = Relay.of().importing("h:h/t", TEXT).exporting("a:b/c", "h:h/t").holding(code).holding(code).bytes();
        Composition app = Plug.socket("one", one).plug("other", other).compose();
        assertThat(app.bytes().size()).isLessThan(6_000);
        assertThat(type(app).exports()).containsOnlyKeys("web:web/x");
    }
}
