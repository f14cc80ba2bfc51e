package dev.belay.component.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.model.CoreType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubtypingTest {
    private static final ResourceType FILE = ResourceType.fresh("file");
    private static final ResourceType SOCKET = ResourceType.fresh("socket");

    @Test
    void anInstanceMayExportMoreThanIsExpectedAndInAnyOrder() {
        var actual = instance("b", func(ValueType.U32), "a", func(ValueType.U8), "c", func());
        assertThat(Subtyping.check(actual, instance("a", func(ValueType.U8), "b", func(ValueType.U32))).holds())
                .isTrue();
    }

    @Test
    void everyMissingExportIsReportedByName() {
        var check = Subtyping.start();
        check.require("ns:p/i", instance("a", func()), instance("x", func(), "a", func(), "y", func(ValueType.U8)));
        assertThat(check.mismatches().stream().map(Mismatch::toString))
                .containsExactly(
                        "ns:p/i » x: expected func(), found nothing of that name",
                        "ns:p/i » y: expected func(p0: u8), found nothing of that name");
    }

    @Test
    void everyDifferenceOfAFunctionIsReportedWithItsPath() {
        var actual = new ExternType.Func(new FunctionType(
                false,
                List.of(field("a", ValueType.U32), field("b", record("x", new ValueType.ListOf(ValueType.U8)))),
                Optional.of(ValueType.STRING)));
        var expected = new ExternType.Func(new FunctionType(
                false,
                List.of(field("a", ValueType.S32), field("b", record("x", new ValueType.ListOf(ValueType.CHAR)))),
                Optional.empty()));
        assertThat(Subtyping.check(actual, expected).mismatches().stream().map(Mismatch::toString))
                .containsExactly(
                        "param a: expected s32, found u32",
                        "param b » field x » element: expected char, found u8",
                        "result: expected no result, found string");
    }

    @Test
    void parametersMustHaveTheSameNames() {
        var actual = new FunctionType(false, List.of(field("a", ValueType.U8)), Optional.empty());
        var expected = new FunctionType(false, List.of(field("b", ValueType.U8)), Optional.empty());
        assertThat(Subtyping.check(new ExternType.Func(actual), new ExternType.Func(expected)).mismatches())
                .containsExactly(new Mismatch(List.of(), "func(b: u8)", "func(a: u8)"));
    }

    @Test
    void asyncIsPartOfAFunctionsType() {
        var actual = new FunctionType(false, List.of(), Optional.empty());
        var expected = new FunctionType(true, List.of(), Optional.empty());
        assertThat(Subtyping.check(new ExternType.Func(actual), new ExternType.Func(expected)).mismatches())
                .containsExactly(new Mismatch(List.of(), "async func()", "func()"));
    }

    @Test
    void anotherSortIsAMismatch() {
        assertThat(Subtyping.check(instance(), func()).mismatches())
                .containsExactly(new Mismatch(List.of(), "func()", "instance { }"));
    }

    @Test
    void abstractResourcesAreBoundAndStandForTheActualOnesAfterwards() {
        var variable = ResourceType.fresh("r");
        var expected = instance("r", new ExternType.AbstractResource(variable), "f", func(borrow(variable)));
        var check = Subtyping.check(
                instance("f", func(borrow(FILE)), "r", new ExternType.TypeEq(FILE)), expected);
        assertThat(check.holds()).isTrue();
        assertThat(check.bindings()).containsEntry(variable, FILE);
    }

    @Test
    void aHandleToAnotherResourceIsAMismatch() {
        var variable = ResourceType.fresh("file");
        var expected = instance("file", new ExternType.AbstractResource(variable), "f", func(borrow(variable)));
        var actual = instance("file", new ExternType.TypeEq(FILE), "f", func(borrow(SOCKET)));
        assertThat(Subtyping.check(actual, expected).mismatches())
                .containsExactly(new Mismatch(List.of("f", "param p0"), "borrow<file>", "borrow<socket>"));
    }

    @Test
    void resourcesOfTheSameNameAreToldApart() {
        var other = ResourceType.fresh("file");
        assertThat(Subtyping.check(func(borrow(other)), func(borrow(FILE))).mismatches())
                .containsExactly(new Mismatch(
                        List.of("param p0"), "borrow<file>", "borrow<file> of another resource"));
    }

    @Test
    void resourcesBoundByOneImportHoldForTheNext() {
        var stream = ResourceType.fresh("input-stream");
        var check = Subtyping.start();
        check.require(
                "wasi:io/streams",
                instance("input-stream", new ExternType.AbstractResource(FILE)),
                instance("input-stream", new ExternType.AbstractResource(stream)));
        var expected = instance("input-stream", new ExternType.TypeEq(stream), "get", func(borrow(stream)));
        assertThat(check.require(
                        "wasi:cli/stdin",
                        instance("input-stream", new ExternType.TypeEq(FILE), "get", func(borrow(FILE))),
                        expected))
                .isTrue();
        assertThat(check.require(
                        "wasi:cli/stdin",
                        instance("input-stream", new ExternType.TypeEq(SOCKET), "get", func(borrow(SOCKET))),
                        expected))
                .isFalse();
        assertThat(check.mismatches()).hasSize(2);
    }

    @Test
    void twoVariablesMayBeBoundToOneResource() {
        var a = ResourceType.fresh("a");
        var b = ResourceType.fresh("b");
        var expected = instance("a", new ExternType.AbstractResource(a), "b", new ExternType.AbstractResource(b));
        var actual = instance("a", new ExternType.AbstractResource(FILE), "b", new ExternType.TypeEq(FILE));
        assertThat(Subtyping.check(actual, expected).holds()).isTrue();
        assertThat(Subtyping.check(expected, actual).mismatches())
                .containsExactly(new Mismatch(List.of("b"), "resource file", "another resource, b"));
    }

    @Test
    void aComponentMayImportLessAndExportMore() {
        var actual = component(Map.of("a", func()), Map.of("x", func(), "y", func()));
        var expected = component(Map.of("a", func(), "b", func()), Map.of("x", func()));
        assertThat(Subtyping.check(actual, expected).holds()).isTrue();
        assertThat(Subtyping.check(expected, actual).mismatches())
                .contains(new Mismatch(List.of("import b"), "no such import", "func()"));
    }

    @Test
    void importedResourcesOfAComponentAreBoundTheOtherWayRound() {
        var t = ResourceType.fresh("t");
        var u = ResourceType.fresh("u");
        var actual = component(
                Map.of("T", new ExternType.AbstractResource(t)), Map.of("f", func(new ValueType.Own(t))));
        var expected = component(
                Map.of("T", new ExternType.AbstractResource(u)), Map.of("f", func(new ValueType.Own(u))));
        assertThat(Subtyping.check(actual, expected).holds()).isTrue();
        var exact = component(Map.of("T", new ExternType.TypeEq(FILE)), Map.of("f", func(new ValueType.Own(FILE))));
        assertThat(Subtyping.check(actual, exact).holds()).isTrue();
        assertThat(Subtyping.check(exact, expected).holds()).isFalse();
    }

    @Test
    void modulesMatchByLimits() {
        var one = module(memory(1, Optional.of(2L)));
        var two = module(memory(2, Optional.of(2L)));
        var unbounded = module(memory(2, Optional.empty()));
        assertThat(Subtyping.check(two, one).holds()).isTrue();
        assertThat(Subtyping.check(two, unbounded).holds()).isTrue();
        assertThat(Subtyping.check(unbounded, two).mismatches())
                .containsExactly(new Mismatch(List.of("m"), "memory 2 2", "memory 2"));
        assertThat(Subtyping.check(one, two).holds()).isFalse();
    }

    @Test
    void typesThatShareTheirPartsAreComparedInTheTimeOfTheirParts() {
        assertThat(Subtyping.check(func(doubled(200)), func(doubled(200))).holds()).isTrue();
        assertThat(Subtyping.check(func(doubled(200)), func(doubled(201))).holds()).isFalse();
    }

    private static ValueType doubled(int times) {
        ValueType type = ValueType.U8;
        for (int i = 0; i < times; i++) {
            type = new ValueType.Tuple(List.of(type, type));
        }
        return type;
    }

    private static ExternType module(CoreExternType export) {
        return new ExternType.Module(new CoreModuleType(List.of(), Map.of("m", export)));
    }

    private static CoreExternType memory(long min, Optional<Long> max) {
        return new CoreExternType.Memory(new CoreType.Limits(min, max, false, false, Optional.empty()));
    }

    private static ExternType component(Map<String, ExternType> imports, Map<String, ExternType> exports) {
        return new ExternType.Component(new ComponentType(imports, exports));
    }

    private static ValueType borrow(ResourceType resource) {
        return new ValueType.Borrow(resource);
    }

    private static ValueType record(String label, ValueType type) {
        return new ValueType.Record(List.of(field(label, type)));
    }

    private static ValueType.Field field(String label, ValueType type) {
        return new ValueType.Field(label, type);
    }

    private static ExternType func(ValueType... params) {
        var fields = new java.util.ArrayList<ValueType.Field>();
        for (var type : params) {
            fields.add(field("p" + fields.size(), type));
        }
        return new ExternType.Func(new FunctionType(false, fields, Optional.empty()));
    }

    private static ExternType instance(Object... namesAndTypes) {
        var exports = new LinkedHashMap<String, ExternType>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            exports.put((String) namesAndTypes[i], (ExternType) namesAndTypes[i + 1]);
        }
        return new ExternType.Instance(new InstanceType(exports));
    }
}
