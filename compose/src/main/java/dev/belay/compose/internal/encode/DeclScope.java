package dev.belay.compose.internal.encode;

import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.Decl;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Sort;
import dev.belay.component.model.Type;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The types within an instance type or a component type. */
final class DeclScope extends TypeScope {
    private final TypeScope outer;
    /** Whether what stands around it has no names here: a component's type names all that it uses itself. */
    private final boolean closed;
    private final List<At<Decl>> decls = new ArrayList<>();
    /** The instances declared so far, with their types. */
    private final List<InstanceType> instances = new ArrayList<>();
    private int types;
    private int coreTypes;

    private DeclScope(TypeScope outer, boolean closed) {
        this.outer = outer;
        this.closed = closed;
    }

    static DeclScope instance(TypeScope outer) {
        return new DeclScope(outer, false);
    }

    static DeclScope component(TypeScope outer) {
        return new DeclScope(outer, true);
    }

    /** Adds an import or an export, and first whatever its type needs. */
    void declare(String name, ExternType type, BiFunction<ExternName, ExternDesc, Decl> decl) {
        ExternDesc desc = extern(name, type);
        add(decl.apply(externName(name), desc));
        if (isType(type)) {
            introduce(type, types++);
        } else if (type instanceof ExternType.Instance(InstanceType instance)) {
            instances.add(instance);
        }
    }

    List<At<Decl>> decls() {
        return decls;
    }

    @Override
    int define(Type type) {
        add(new Decl.TypeDecl(type));
        return types++;
    }

    @Override
    int defineModule(CoreModuleType type) {
        add(new Decl.CoreTypeDecl(ModuleTypes.definition(type)));
        return coreTypes++;
    }

    @Override
    int outerResource(ResourceType resource) {
        for (int i = 0; i < instances.size(); i++) {
            for (var export : instances.get(i).exports().entrySet()) {
                if (export.getValue() instanceof ExternType.AbstractResource(var variable)
                        && variable.origin() == resource.origin()) {
                    return exportOf(i, export.getKey());
                }
            }
        }
        return alias(outer.resource(resource));
    }

    @Override
    Optional<Integer> outerValue(String name, ValueType type) {
        for (int i = 0; i < instances.size(); i++) {
            if (instances.get(i).exports().get(name) instanceof ExternType.TypeEq(var same) && same.equals(type)) {
                return Optional.of(exportOf(i, name));
            }
        }
        return closed ? Optional.empty() : outer.outerValue(name, type).map(this::alias);
    }

    @Override
    Optional<Integer> outerNamed(ValueType type) {
        for (int i = 0; i < instances.size(); i++) {
            Optional<String> found = nameOf(type, instances.get(i));
            if (found.isPresent()) {
                return Optional.of(exportOf(i, found.get()));
            }
        }
        return closed ? Optional.empty() : outer.outerNamed(type).map(this::alias);
    }

    private int exportOf(int instance, String name) {
        add(new Decl.AliasDecl(new Alias.Export(Sort.TYPE, instance, name)));
        return types++;
    }

    private int alias(int outerIndex) {
        add(new Decl.AliasDecl(new Alias.Outer(Sort.TYPE, 1, outerIndex)));
        return types++;
    }

    private void add(Decl decl) {
        decls.add(At.nowhere(decl));
    }
}
