package dev.belay.component.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.Subtyping;
import dev.belay.component.validate.ComponentValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WitTextTest {
    private static final String WIT = """
            package root:component;

            world root {
              use test:io/streams@0.2.1.{input-stream as input};
              type name = string;
              resource local {
                constructor(of: string);
                open: static async func(what: borrow<local>) -> result<local, string>;
              }
              enum %enum {
                a,
                %world,
              }
              import test:io/poll@0.2.1;
              import test:io/streams@0.2.1;
              import plain: interface {
                record pair {
                  a: u32,
                  b: option<list<u8>>,
                }
                swap: func(of: pair) -> pair;
              }
              import go: func(source: input, to: local) -> %enum;
              export test:io/poll@0.2.1;
              export run: async func() -> result;
            }

            package test:io@0.2.1 {
              interface poll {
                resource pollable {
                  ready: func() -> bool;
                }
                poll: func(in: list<borrow<pollable>>) -> list<u32>;
              }

              interface streams {
                use poll.{pollable};
                variant stream-error {
                  failed(string),
                  closed,
                }
                type bytes = list<u8>;
                type problem = stream-error;
                flags rights {
                  read,
                  write,
                }
                resource input-stream {
                  constructor(size: u32);
                  read: func(len: u64) -> result<list<u8>, stream-error>;
                  subscribe: func() -> pollable;
                  empty: static func(what: tuple<rights, f32>) -> input-stream;
                }
                resource nothing;
                last: func() -> result<_, stream-error>;
                %use: func(a: list<u16, 4>, b: stream<u8>, c: future);
              }
            }
            """;

    @Test
    void writesWhatItReads() {
        assertThat(WitText.of(world(WIT))).isEqualTo(WIT);
    }

    @Test
    void whatItWritesIsTheSameType() {
        var type = world(WIT);
        assertSame(type, world(WitText.of(type)));
    }

    @Test
    void writesComponents() throws IOException {
        for (String bank : new String[] {"nordhaven", "terrano", "icamer", "solvik", "meridia"}) {
            var file = Path.of("../examples/wasmpay/validators", bank, bank + ".wasm");
            var type = ComponentValidator.validate(ComponentDecoder.decode(Files.readAllBytes(file)));
            String text = WitText.of(type);
            assertThat(text).contains("  export wasmpay:platform/validation@0.1.0;", "    record transaction {");
            assertSame(type, world(text));
        }
    }

    private static ComponentType world(String text) {
        return WitTypes.parse(text).worldType("root:component/root").orElseThrow();
    }

    private static void assertSame(ComponentType a, ComponentType b) {
        assertThat(Subtyping.check(new ExternType.Component(a), new ExternType.Component(b)).mismatches()).isEmpty();
        assertThat(Subtyping.check(new ExternType.Component(b), new ExternType.Component(a)).mismatches()).isEmpty();
    }
}
