package dev.belay.runtime.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    @Test
    void saysWhereEverythingComesFrom() {
        var type = new FunctionType(
                false, List.of(new ValueType.Field("s", ValueType.STRING)), Optional.of(ValueType.U32));
        var options = new AbiOptions(
                StringEncoding.UTF16,
                Optional.of(new CoreSource.Export(0, "mem")),
                Optional.of(new CoreSource.Export(0, "realloc")),
                Optional.empty(),
                false);
        var resource = ResourceType.fresh("#0");
        var lifted = new Item.Lifted(1, new CoreSource.Export(0, "f"), options, type);
        var imports = new java.util.TreeMap<String, CoreSource>(Map.of(
                "call", new CoreSource.Lowered(lifted, options, 0),
                "drop", new CoreSource.ResourceDrop(resource, 1),
                "host", new CoreSource.Lowered(new Item.Imported(List.of("a:b/c", "g\n"), type), options, 0)));
        var plan = new Plan(
                List.of(8, 9),
                List.of(
                        new Plan.InstantiateModule(1, Map.of()),
                        new Plan.InstantiateModule(0, new java.util.TreeMap<>(Map.of(
                                "env", new Plan.CoreExports.OfInstance(0), "host", new Plan.CoreExports.Listed(imports))))),
                List.of(new Plan.Part(Optional.empty()), new Plan.Part(Optional.of(0))),
                List.of(new Plan.DefinedResource(resource, 1, Optional.of(new CoreSource.Export(0, "dtor")))),
                Map.of(),
                Map.of("i", new Item.Instance(Map.of("f", lifted))));
        assertThat(PlanText.of(plan)).isEqualTo("""
                core modules: 2
                  module 0: 8 bytes
                  module 1: 9 bytes
                parts: 2
                  part 0: the component
                  part 1 within part 0
                resource types: 1
                  resource #0 of part 1, destructor core 0 "dtor"
                imports: 0
                core instances: 2
                  core 0 = module 1
                  core 1 = module 0
                    "env" = all of core 0
                    "host"
                      "call" = lower in part 0 (utf16, memory core 0 "mem", realloc core 0 "realloc") -> lift of core 0 "f" in part 1 (utf16, memory core 0 "mem", realloc core 0 "realloc")
                      "drop" = resource.drop of resource #0 in part 1
                      "host" = lower in part 0 (utf16, memory core 0 "mem", realloc core 0 "realloc") -> import "a:b/c" "g\\n"
                exports: 1
                  "i" = instance
                    "f" = lift of core 0 "f" in part 1 (utf16, memory core 0 "mem", realloc core 0 "realloc"): func(s: string) -> u32
                """);
    }
}
