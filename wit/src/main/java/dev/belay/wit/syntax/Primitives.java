package dev.belay.wit.syntax;

/** The types that are keywords without arguments. */
public final class Primitives {
    private Primitives() {}

    public static boolean isPrimitive(String keyword) {
        return isPrimitive(Token.ofWord(keyword));
    }

    static boolean isPrimitive(Token token) {
        return switch (token) {
            case BOOL, S8, U8, S16, U16, S32, U32, S64, U64, F32, F64, CHAR, STRING_TYPE, ERROR_CONTEXT -> true;
            default -> false;
        };
    }

    /** Whether a map's keys can be of the type: all but floats and error contexts. */
    static boolean isMapKey(Token token) {
        return isPrimitive(token) && token != Token.F32 && token != Token.F64 && token != Token.ERROR_CONTEXT;
    }
}
