package dev.belay.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.Subtyping;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.component.wit.WitBinary;
import dev.belay.component.wit.WitTypes;
import org.junit.jupiter.api.Test;

class WitEncoderTest {
    private static final String WIT = """
            package test:app@1.2.0;

            interface types {
              resource token {
                constructor(of: string);
                text: func() -> string;
              }
              record pair {
                a: u32,
                b: list<string>,
              }
            }

            interface user {
              use types.{token, pair};
              use test:io/poll@0.2.1.{pollable as waiting};
              make: func(of: borrow<token>, and: pair) -> result<waiting, string>;
            }

            world app {
              use types.{token};
              resource local {
                run: func(t: token);
              }
              import user;
              import log: func(text: string);
              import store: interface {
                get: func(key: string) -> option<list<u8>>;
              }
              export handler: func(t: borrow<token>) -> local;
              export user;
            }

            package test:io@0.2.1 {
              interface poll {
                resource pollable {
                  ready: func() -> bool;
                }
              }
            }
            """;

    private final WitTypes types = WitTypes.parse(WIT);

    @Test
    void whatIsEncodedIsAValidComponentOfTypesOnly() {
        var type = ComponentValidator.validate(ComponentDecoder.decode(WitEncoder.encode(types.packages())));
        assertThat(type.imports()).isEmpty();
        assertThat(type.exports()).containsOnlyKeys("types", "user", "app");
        assertThat(WitBinary.isPackage(WitEncoder.encode(types.packages()))).isTrue();
    }

    @Test
    void decodedItIsTheSame() {
        String text = WitBinary.text(WitEncoder.encode(types.packages()));
        assertThat(text).startsWith("package test:app@1.2.0;\n").contains("package test:io@0.2.1 {");
        WitTypes again = WitTypes.parse(text);
        assertSame(world(types), world(again));
        var one = new ExternType.Instance(types.interfaceType("test:app/types@1.2.0").orElseThrow());
        var other = new ExternType.Instance(again.interfaceType("test:app/types@1.2.0").orElseThrow());
        assertThat(Subtyping.check(one, other).mismatches()).isEmpty();
        assertThat(Subtyping.check(other, one).mismatches()).isEmpty();
        assertThat(WitBinary.text(WitEncoder.encode(again.packages()))).isEqualTo(text);
    }

    private static ComponentType world(WitTypes types) {
        return types.worldType("test:app/app@1.2.0").orElseThrow();
    }

    private static void assertSame(ComponentType a, ComponentType b) {
        assertThat(Subtyping.check(new ExternType.Component(a), new ExternType.Component(b)).mismatches()).isEmpty();
        assertThat(Subtyping.check(new ExternType.Component(b), new ExternType.Component(a)).mismatches()).isEmpty();
    }
}
