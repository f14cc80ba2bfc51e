package dev.belay.component.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether actual types will do where others are expected ("Type Checking" of {@code design/mvp/Explainer.md}).
 *
 * <p>An instance may export more than is expected of it; a component may, besides, import less; everything else has to be
 * the same, order of imports and exports aside. Where the expected type declares an abstract resource type, whatever
 * resource type is found there is bound to it, and stands for it in all that is required after.
 *
 * <p>An object of this class is one such check, of one type or, in their order, of all the imports of a component:
 *
 * <pre>{@code
 * var check = Subtyping.start();
 * imports.forEach((name, expected) -> check.require(name, supplied(name), expected));
 * check.mismatches(); // all of them, not only the first
 * check.bindings();   // the actual resource types for the variables of the imports
 * }</pre>
 */
public final class Subtyping {
    private static final String NOTHING = "nothing of that name";

    private final ResourceBindings bindings;
    private final ValueComparison values;
    private final List<String> path;
    private final List<Mismatch> mismatches;

    private Subtyping(ResourceBindings bindings, List<String> path, List<Mismatch> mismatches) {
        this.bindings = bindings;
        this.values = new ValueComparison(bindings);
        this.path = path;
        this.mismatches = mismatches;
    }

    public static Subtyping start() {
        return new Subtyping(ResourceBindings.empty(), new ArrayList<>(), new ArrayList<>());
    }

    /** A finished check of one pair of types. */
    public static Subtyping check(ExternType actual, ExternType expected) {
        var check = start();
        check.extern(actual, expected);
        return check;
    }

    /**
     * Requires {@code actual} to be a subtype of {@code expected}, given the resources bound so far.
     *
     * @param name what is checked, for the path of mismatches
     * @return whether it is
     */
    public boolean require(String name, ExternType actual, ExternType expected) {
        int before = mismatches.size();
        within(name, () -> extern(actual, expected));
        return mismatches.size() == before;
    }

    /** Notes that there is nothing that could be {@code expected}. */
    public void missing(String name, ExternType expected) {
        within(name, () -> mismatch(TypeText.of(expected), NOTHING));
    }

    /** Whether everything required so far was met. */
    public boolean holds() {
        return mismatches.isEmpty();
    }

    /** All mismatches, in the order of the expected types. */
    public List<Mismatch> mismatches() {
        return List.copyOf(mismatches);
    }

    /** The abstract resource types of the expected types, by identity, and what each is bound to. */
    public Map<ResourceType, ResourceType> bindings() {
        return Collections.unmodifiableMap(new IdentityHashMap<>(bindings.ofExpected()));
    }

    private void extern(ExternType actual, ExternType expected) {
        switch (expected) {
            case ExternType.Func e when actual instanceof ExternType.Func a -> function(a.type(), e.type());
            case ExternType.Instance e when actual instanceof ExternType.Instance a -> instance(a.type(), e.type());
            case ExternType.Component e when actual instanceof ExternType.Component a ->
                component(a.type(), e.type());
            case ExternType.Module e when actual instanceof ExternType.Module a -> module(a.type(), e.type());
            case ExternType.Value e when actual instanceof ExternType.Value a -> value(a.type(), e.type());
            case ExternType.TypeEq e when actual instanceof ExternType.TypeEq a -> type(a.type(), e.type());
            case ExternType.TypeEq e when actual instanceof ExternType.AbstractResource a ->
                type(a.variable(), e.type());
            case ExternType.AbstractResource e when actual instanceof ExternType.AbstractResource a ->
                bind(e.variable(), a.variable());
            case ExternType.AbstractResource e
            when actual instanceof ExternType.TypeEq a && a.type() instanceof ResourceType resource ->
                bind(e.variable(), resource);
            default -> mismatch(TypeText.of(expected), TypeText.of(actual));
        }
    }

    private void bind(ResourceType variable, ResourceType resource) {
        bindings.bind(variable, resource);
        values.forget();
    }

    private void type(AnyType actual, AnyType expected) {
        switch (expected) {
            case ValueType e when actual instanceof ValueType a -> value(a, e);
            case FunctionType e when actual instanceof FunctionType a -> function(a, e);
            case InstanceType e when actual instanceof InstanceType a -> {
                apart(bindings.within()).instance(a, e);
                apart(bindings.within().reversed()).instance(e, a);
            }
            case ComponentType e when actual instanceof ComponentType a -> {
                apart(bindings.within()).component(a, e);
                apart(bindings.within().reversed()).component(e, a);
            }
            case ResourceType e when actual instanceof ResourceType a -> {
                if (!bindings.same(a, e)) {
                    mismatch(TypeText.of(e), "another resource, " + a.name());
                }
            }
            default -> mismatch(TypeText.of(expected), TypeText.of(actual));
        }
    }

    private void value(ValueType actual, ValueType expected) {
        values.compare(actual, expected).ifPresent(this::add);
    }

    private void function(FunctionType actual, FunctionType expected) {
        if (actual.async() != expected.async() || !labels(actual).equals(labels(expected))) {
            mismatch(TypeText.of(expected), TypeText.of(actual));
            return;
        }
        for (int i = 0; i < expected.params().size(); i++) {
            ValueType a = actual.params().get(i).type();
            ValueType e = expected.params().get(i).type();
            within("param " + expected.params().get(i).label(), () -> value(a, e));
        }
        within("result", () -> result(actual.result(), expected.result()));
    }

    private void result(Optional<ValueType> actual, Optional<ValueType> expected) {
        if (actual.isPresent() && expected.isPresent()) {
            value(actual.get(), expected.get());
        } else if (actual.isPresent() || expected.isPresent()) {
            mismatch(
                    expected.map(TypeText::of).orElse("no result"),
                    actual.map(TypeText::of).orElse("no result"));
        }
    }

    private void instance(InstanceType actual, InstanceType expected) {
        exports(actual.exports(), expected.exports());
    }

    private void exports(Map<String, ExternType> actual, Map<String, ExternType> expected) {
        expected.forEach((name, type) -> {
            ExternType found = actual.get(name);
            if (found == null) {
                missing(name, type);
            } else {
                within(name, () -> extern(found, type));
            }
        });
    }

    /** What is supplied to the expected component's imports must do for the actual component's. */
    private void component(ComponentType actual, ComponentType expected) {
        var supply = apart(bindings.reversed());
        actual.imports().forEach((name, needed) -> {
            ExternType supplied = expected.imports().get(name);
            if (supplied == null) {
                within("import " + name, () -> mismatch("no such import", TypeText.of(needed)));
            } else {
                supply.within("import " + name, () -> supply.extern(supplied, needed));
            }
        });
        values.forget();
        exports(actual.exports(), expected.exports());
    }

    private void module(CoreModuleType actual, CoreModuleType expected) {
        var supply = new HashMap<List<String>, CoreExternType>();
        expected.imports().forEach(i -> supply.put(List.of(i.module(), i.name()), i.type()));
        for (var item : actual.imports()) {
            CoreExternType supplied = supply.get(List.of(item.module(), item.name()));
            within("import " + item.module() + " " + item.name(), () -> {
                if (supplied == null) {
                    mismatch("no such import", TypeText.of(item.type()));
                } else if (!CoreSubtyping.matches(supplied, item.type())) {
                    mismatch(TypeText.of(supplied), TypeText.of(item.type()));
                }
            });
        }
        expected.exports().forEach((name, type) -> within(name, () -> {
            CoreExternType found = actual.exports().get(name);
            if (found == null) {
                mismatch(TypeText.of(type), NOTHING);
            } else if (!CoreSubtyping.matches(found, type)) {
                mismatch(TypeText.of(type), TypeText.of(found));
            }
        }));
    }

    /** A check with other bindings that reports to the same list. */
    private Subtyping apart(ResourceBindings other) {
        return new Subtyping(other, path, mismatches);
    }

    private void within(String step, Runnable check) {
        path.addLast(step);
        check.run();
        path.removeLast();
    }

    private void mismatch(String expected, String found) {
        mismatches.add(new Mismatch(path, expected, found));
    }

    private void add(Mismatch difference) {
        var whole = new ArrayList<>(path);
        whole.addAll(difference.path());
        mismatches.add(new Mismatch(whole, difference.expected(), difference.found()));
    }

    private static List<String> labels(FunctionType type) {
        return type.params().stream().map(ValueType.Field::label).toList();
    }
}
