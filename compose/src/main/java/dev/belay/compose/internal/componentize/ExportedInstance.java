package dev.belay.compose.internal.componentize;

import dev.belay.component.model.Instance;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.compose.internal.encode.ComponentBuilder;
import java.util.ArrayList;
import java.util.Map;

/** Makes an instance of lifted functions, by instantiating an {@link InstanceExport}. */
final class ExportedInstance {
    private final ComponentBuilder builder;

    ExportedInstance(ComponentBuilder builder) {
        this.builder = builder;
    }

    /** @param functions by their names in the instance */
    SortIndex of(InstanceType type, Map<String, SortIndex> functions) {
        var nested = new InstanceExport(type);
        var args = new ArrayList<Instance.Arg>();
        nested.imports().forEach((name, item) -> {
            switch (item) {
                case ExternType.TypeEq(var any) ->
                    args.add(new Instance.Arg(name, new SortIndex(Sort.TYPE, builder.typeIndex(any))));
                case ExternType.AbstractResource(var resource) ->
                    args.add(new Instance.Arg(name, new SortIndex(Sort.TYPE, builder.typeIndex(resource))));
                default -> {}
            }
        });
        nested.functionNames().forEach((function, label) ->
                args.add(new Instance.Arg(label, java.util.Objects.requireNonNull(functions.get(function)))));
        return builder.instantiate(builder.component(nested.component()), args);
    }
}
