package dev.belay.runtime.internal.typed;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * The JVM types of a core function; a v128 is two longs. Several results are an array of raw bits or, with references among
 * them, {@link Values}.
 */
public record CallShape(List<TypeKind> params, List<TypeKind> results) {
    /** The name of the method that calls. */
    public static final String CALL = "call";

    /** The letter of a reference; the others are the JVM's. */
    private static final String REFERENCE = "A";

    private static final MethodTypeDesc REALLOC = MethodTypeDesc.of(
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int);

    public CallShape {
        params = List.copyOf(params);
        results = List.copyOf(results);
    }

    /** Of the method {@link #CALL}. */
    public MethodTypeDesc method() {
        ClassDesc result =
                switch (results.size()) {
                    case 0 -> ConstantDescs.CD_void;
                    case 1 -> results.getFirst().upperBound();
                    default -> hasReferences(results) ? MixedBits.VALUES : ConstantDescs.CD_long.arrayType();
                };
        return MethodTypeDesc.of(result, params.stream().map(TypeKind::upperBound).toList());
    }

    /** Whether it takes or gives references, so that arrays of raw bits do not hold its values. */
    public boolean hasReferences() {
        return hasReferences(params) || hasReferences(results);
    }

    static boolean hasReferences(List<TypeKind> kinds) {
        return kinds.contains(TypeKind.REFERENCE);
    }

    /** The abstract class that declares {@link #CALL}. */
    public ClassDesc owner() {
        return method().equals(REALLOC)
                ? ReallocCall.class.describeConstable().orElseThrow()
                : ClassDesc.of(Shapes.PACKAGE, Shapes.SHAPE + text());
    }

    /** Calls of this shape that go on to {@code body}. */
    public TypedCall byArray(TypedCall.Body body) {
        return byArray().of(body);
    }

    /** What makes such calls. */
    public Shapes.Factory byArray() {
        return Shapes.byArray(this);
    }

    /** Calls of this shape that go on to {@code body}'s raw method. */
    public TypedCall byRaw(RawCall body) {
        return Shapes.byRaw(this, body);
    }

    /** Whether {@link RawCall} has a method for such calls. */
    boolean isRaw() {
        return params.size() <= RawCall.MOST_PARAMS && results.size() <= 1 && !hasReferences();
    }

    MethodTypeDesc rawMethod() {
        return MethodTypeDesc.of(
                ConstantDescs.CD_long, java.util.Collections.nCopies(params.size(), ConstantDescs.CD_long));
    }

    /** Such as {@code IIJ_I}; the results are letters too, so that it can be read back. */
    String text() {
        return letters(params) + "_" + letters(results);
    }

    static CallShape parse(String text) {
        int between = text.indexOf('_');
        return new CallShape(kinds(text.substring(0, between)), kinds(text.substring(between + 1)));
    }

    private static String letters(List<TypeKind> kinds) {
        var text = new StringBuilder();
        kinds.forEach(kind -> text.append(
                kind == TypeKind.REFERENCE ? REFERENCE : kind.upperBound().descriptorString()));
        return text.toString();
    }

    private static List<TypeKind> kinds(String letters) {
        return letters.chars()
                .mapToObj(c -> String.valueOf((char) c))
                .map(letter -> letter.equals(REFERENCE) ? TypeKind.REFERENCE : TypeKind.fromDescriptor(letter))
                .toList();
    }

    /** Local variables that the parameters take. */
    public int slots() {
        return params.stream().mapToInt(TypeKind::slotSize).sum();
    }
}
