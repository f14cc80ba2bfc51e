package dev.belay.component.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.error.WitException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitTypesTest {
    private static final String POLL = """
            package test:io@0.2.1;
            interface poll {
              resource pollable { ready: func() -> bool; }
              poll: func(in: list<borrow<pollable>>) -> list<u32>;
            }
            """;
    private static final String STREAMS = """
            package test:io@0.2.1;
            interface streams {
              use poll.{pollable};
              variant stream-error { failed(string), closed }
              resource input-stream {
                constructor(size: u32);
                read: func(len: u64) -> result<list<u8>, stream-error>;
                subscribe: func() -> pollable;
                empty: static func() -> input-stream;
              }
            }
            """;

    private final WitTypes types = WitTypes.parse(STREAMS, """
            package test:user;
            use test:io/streams@0.2.1;
            interface user {
              use streams.{input-stream as input, stream-error};
              go: async func(i: input, e: option<stream-error>);
            }
            world w {
              import test:io/poll@0.2.1;
              export test:io/poll@0.2.1;
              export streams;
              export user;
            }
            """, POLL);

    @Test
    void anInterfaceDeclaresItsResourcesAndNamesItsFunctionsAsComponentsDo() {
        InstanceType streams = types.interfaceType("test:io/streams@0.2.1").orElseThrow();

        assertThat(streams.exports().keySet())
                .containsExactly(
                        "pollable",
                        "stream-error",
                        "input-stream",
                        "[constructor]input-stream",
                        "[method]input-stream.read",
                        "[method]input-stream.subscribe",
                        "[static]input-stream.empty");
        ResourceType input = declared(streams, "input-stream");
        assertThat(function(streams, "[method]input-stream.read").params())
                .containsExactly(
                        new ValueType.Field("self", new ValueType.Borrow(input)),
                        new ValueType.Field("len", ValueType.U64));
        assertThat(function(streams, "[constructor]input-stream").result())
                .contains(new ValueType.Own(input));
        assertThat(function(streams, "[static]input-stream.empty").params()).isEmpty();
    }

    @Test
    void aResourceIsTheSameInAllInterfacesThatUseIt() {
        ResourceType pollable = declared(types.interfaceType("test:io/poll@0.2.1").orElseThrow(), "pollable");
        InstanceType streams = types.interfaceType("test:io/streams@0.2.1").orElseThrow();
        InstanceType user = types.interfaceType("test:user/user").orElseThrow();

        assertThat(streams.exports()).containsEntry("pollable", new ExternType.TypeEq(pollable));
        assertThat(function(streams, "[method]input-stream.subscribe").result())
                .contains(new ValueType.Own(pollable));
        assertThat(user.exports())
                .containsEntry("input", new ExternType.TypeEq(declared(streams, "input-stream")));
    }

    @Test
    void functionTypesKeepNamesOfParametersAndAsync() {
        InstanceType user = types.interfaceType("test:user/user").orElseThrow();
        var error = new ValueType.Variant(List.of(
                new ValueType.Case("failed", Optional.of(ValueType.STRING)),
                new ValueType.Case("closed", Optional.empty())));

        assertThat(function(user, "go").async()).isTrue();
        assertThat(function(user, "go").params().get(1))
                .isEqualTo(new ValueType.Field("e", new ValueType.Option(error)));
    }

    @Test
    void anExportedInterfaceHasOtherResourcesThanTheImportedOne() {
        var world = types.worldType("test:user/w").orElseThrow();

        assertThat(world.imports().keySet()).containsExactly("test:io/poll@0.2.1");
        assertThat(world.exports().keySet())
                .containsExactly("test:io/poll@0.2.1", "test:io/streams@0.2.1", "test:user/user");
        var imported = (ExternType.Instance) world.imports().get("test:io/poll@0.2.1");
        var exported = (ExternType.Instance) world.exports().get("test:io/poll@0.2.1");
        assertThat(declared(imported.type(), "pollable")).isNotSameAs(declared(exported.type(), "pollable"));
    }

    @Test
    void aWrongTextIsAnErrorWithItsPlace() {
        assertThatThrownBy(() -> WitTypes.parse("package a:b;\ninterface i {\n  f: func(x: y);\n}"))
                .isInstanceOf(WitException.class)
                .hasMessage("source 1:3:14: type `y` does not exist");
    }

    private static ResourceType declared(InstanceType type, String name) {
        return ((ExternType.AbstractResource) type.exports().get(name)).variable();
    }

    private static FunctionType function(InstanceType type, String name) {
        return ((ExternType.Func) type.exports().get(name)).type();
    }
}
