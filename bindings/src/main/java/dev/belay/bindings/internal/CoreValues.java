package dev.belay.bindings.internal;

import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitType;

/** Values that are one core value each, and so need no memory on their way. */
final class CoreValues {
    private CoreValues() {}

    static boolean isDirect(TypeRef type) {
        return isHandle(type)
                || JavaTypes.unaliased(type) instanceof TypeRef.Prim(var keyword) && !keyword.equals("string");
    }

    static boolean isHandle(TypeRef type) {
        return switch (JavaTypes.unaliased(type)) {
            case TypeRef.Own _, TypeRef.Borrow _ -> true;
            case TypeRef.Named(var named) -> named.isResource();
            default -> false;
        };
    }

    /** A resource of the number that came. */
    static String lifted(Moves moves, TypeRef type, String core) {
        return switch (type) {
            case TypeRef.Own(var resource) -> moves.handle(resource.root(), core, true);
            case TypeRef.Borrow(var resource) -> moves.handle(resource.root(), core, false);
            case TypeRef.Named(WitType named) -> moves.handle(named.root(), core, true);
            default -> throw new IllegalStateException("no handle: " + type);
        };
    }

    /** A number or truth value as its core value. */
    static String toCore(TypeRef type, String value) {
        return switch (keyword(type)) {
            case "bool" -> value + " ? 1 : 0";
            case "u32" -> "(int) " + value;
            default -> value;
        };
    }

    /** A core value, which may come with bits that its type has not, as what it stands for. */
    static String fromCore(TypeRef type, String core) {
        return switch (keyword(type)) {
            case "bool" -> core + " != 0";
            case "s8" -> "(byte) " + core;
            case "u8" -> core + " & 0xFF";
            case "s16" -> "(short) " + core;
            case "u16" -> core + " & 0xFFFF";
            case "u32" -> core + " & 0xFFFFFFFFL";
            default -> core;
        };
    }

    private static String keyword(TypeRef type) {
        return JavaTypes.unaliased(type) instanceof TypeRef.Prim(var keyword) ? keyword : "";
    }
}
