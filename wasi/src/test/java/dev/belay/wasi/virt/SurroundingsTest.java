package dev.belay.wasi.virt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.type.InstanceType;
import dev.belay.component.wit.WitTypes;
import dev.belay.runtime.Component;
import dev.belay.runtime.HostInterface;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Linker;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.WasiContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The surroundings' own exports, called directly. */
class SurroundingsTest {
    private static final String STORE = "wasi:config/store@0.2.0-rc.1";
    private static final String STORE_WIT = """
            package wasi:config@0.2.0-rc.1;
            interface store {
              variant error { upstream(string), io(string) }
              get: func(key: string) -> result<option<string>, error>;
              get-all: func() -> result<list<tuple<string, string>>, error>;
            }
            """;
    private static final Map<String, String> OF_HOST = new TreeMap<>(Map.of("region", "eu", "secret", "s3"));

    private static Instance instance(Surroundings surroundings) {
        InstanceType store = WitTypes.parse(STORE_WIT).interfaceType(STORE).orElseThrow();
        var hostStore = HostInterface.builder(STORE, store)
                .func("get", (_, args) -> ResultValue.ok(Optional.ofNullable(OF_HOST.get((String) args[0]))))
                .func("get-all", (_, _) -> ResultValue.ok(OF_HOST.entrySet().stream()
                        .map(e -> List.of(e.getKey(), e.getValue()))
                        .toList()))
                .build();
        return new Linker()
                .define(Wasi.interfaces())
                .define(hostStore)
                .link(Component.load(surroundings.component()))
                .instantiate(InstanceState.of(WasiContext.class, WasiContext.builder().build()), Limits.defaults());
    }

    private static Object get(Instance instance, String key) {
        return ok(instance.function(STORE, "get").orElseThrow().call(key));
    }

    private static Object all(Instance instance) {
        return ok(instance.function(STORE, "get-all").orElseThrow().call());
    }

    private static Object ok(Optional<Object> result) {
        return ((ResultValue.Ok) result.orElseThrow()).value().orElseThrow();
    }

    @Test
    void thereIsNoConfigurationByDefault() {
        try (var instance = instance(Surroundings.builder().build())) {
            assertThat(get(instance, "region")).isEqualTo(Optional.empty());
            assertThat(all(instance)).isEqualTo(List.of());
        }
    }

    @Test
    void configurationIsWhatWasGiven() {
        try (var instance = instance(Surroundings.builder().configuration("region", "us").build())) {
            assertThat(get(instance, "region")).isEqualTo(Optional.of("us"));
            assertThat(get(instance, "secret")).isEqualTo(Optional.empty());
            assertThat(all(instance)).isEqualTo(List.of(List.of("region", "us")));
        }
    }

    @Test
    void listedConfigurationOfTheHostIsLetThrough() {
        var surroundings = Surroundings.builder().hostConfiguration(HostValues.only(Set.of("region"))).build();
        try (var instance = instance(surroundings)) {
            assertThat(get(instance, "region")).isEqualTo(Optional.of("eu"));
            assertThat(get(instance, "secret")).isEqualTo(Optional.empty());
            assertThat(all(instance)).isEqualTo(List.of(List.of("region", "eu")));
        }
    }

    @Test
    void configurationThatIsKeptOutIsNot() {
        var surroundings = Surroundings.builder().hostConfiguration(HostValues.allBut(Set.of("secret"))).build();
        try (var instance = instance(surroundings)) {
            assertThat(get(instance, "secret")).isEqualTo(Optional.empty());
            assertThat(all(instance)).isEqualTo(List.of(List.of("region", "eu")));
        }
    }

    @Test
    void givenConfigurationComesBeforeTheHosts() {
        var surroundings = Surroundings.builder()
                .hostConfiguration(HostValues.allBut(Set.of()))
                .configuration("region", "us")
                .build();
        try (var instance = instance(surroundings)) {
            assertThat(get(instance, "region")).isEqualTo(Optional.of("us"));
            assertThat(all(instance)).isEqualTo(List.of(List.of("region", "us"), List.of("secret", "s3")));
        }
    }

    @Test
    void deniedSocketsAnswerSo() {
        try (var instance = instance(Surroundings.builder().build())) {
            var result = instance.function("wasi:sockets/tcp-create-socket@0.2.12", "create-tcp-socket")
                    .orElseThrow()
                    .call("ipv4");
            assertThat(result.orElseThrow().toString()).contains("access-denied");
        }
    }
}
