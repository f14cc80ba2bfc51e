package dev.belay.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.Subtyping;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.component.wit.WitBinary;
import dev.belay.component.wit.WitTypes;
import dev.belay.wit.print.WitPrinter;
import dev.belay.wit.resolve.WitPackages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void documentationAndGatesAreKept() {
        String text = """
                /// A package.
                package test:docs@1.2.0;

                /// Things,
                ///
                /// and more of them.
                @since(version = 1.0.0)
                interface things {
                  /// A record.
                  @since(version = 1.1.0)
                  @deprecated(version = 1.2.0)
                  record pair {
                    /// The first.
                    a: u32,
                    b: u32,
                  }
                  variant either {
                    /// None.
                    none,
                  }
                  /// A colour.
                  enum colour {
                    /// As blood.
                    red,
                  }
                  flags options {
                    /// Quick.
                    fast,
                  }
                  /// Some resource.
                  resource r {
                    /// Makes one.
                    constructor();
                    /// Goes.
                    @unstable(feature = going)
                    go: func();
                    /// Stays.
                    stay: static func();
                  }
                  /// A function.
                  @since(version = 1.0.0)
                  f: func() -> pair;
                }

                /// A world.
                @unstable(feature = worlds)
                world w {
                  /// A name.
                  type name = string;
                  @since(version = 1.1.0)
                  import things;
                  /// An interface within.
                  import local: interface {
                    /// Of it.
                    f: func();
                  }
                  /// Imported.
                  import run: func();
                  /// Another one.
                  export local: interface {
                    f: func();
                  }
                  /// Exported.
                  @since(version = 1.2.0)
                  export run: func();
                }
                """;
        WitPackages packages = WitTypes.parse(text).packages();
        assertThat(WitPrinter.print(packages)).isEqualTo(text);
        byte[] binary = WitEncoder.encode(packages);
        assertThat(WitPrinter.print(WitTypes.parse(WitBinary.text(binary)).packages())).isEqualTo(text);
    }

    /** What stands in such a section comes from anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {
        "", "\u0001", "\u0007{}", "\u0001[1]", "\u0001{", "\u0001{\"docs\":3,\"interfaces\":[]}",
        "\u0001{\"interfaces\":{\"types\":{\"docs\":\"a\\u0000\\u202e\\r\\n}b\",\"stability\":{\"unstable\":{\"feature\":\"} world\"}}}}}",
        "\u0001{\"interfaces\":{\"types\":{\"stability\":{\"stable\":{\"since\":\"9.0.0\"}}}}}"
    })
    void sectionsThatAreNotAsTheyShouldBeDoNoHarm(String content) {
        var binary = ComponentDecoder.decode(WitEncoder.encode(types.packages()));
        var sections = new ArrayList<>(binary.sections());
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        sections.add(At.nowhere(new Section.Custom("package-docs", Bytes.of(data))));
        byte[] bytes = ComponentEncoder.encode(ComponentBinary.of(sections));
        assertSame(world(types), world(WitTypes.parse(WitBinary.text(bytes))));
    }

    private static ComponentType world(WitTypes types) {
        return types.worldType("test:app/app@1.2.0").orElseThrow();
    }

    private static void assertSame(ComponentType a, ComponentType b) {
        assertThat(Subtyping.check(new ExternType.Component(a), new ExternType.Component(b)).mismatches()).isEmpty();
        assertThat(Subtyping.check(new ExternType.Component(b), new ExternType.Component(a)).mismatches()).isEmpty();
    }
}
