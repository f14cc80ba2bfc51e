package dev.belay.wit.syntax;

import java.util.HashMap;
import java.util.Map;

/** The kinds of token; the words among them are the keywords. */
enum Token {
    END("end of text"),
    ID("a name"),
    INTEGER("a number"),
    STRING("a string"),
    EQUALS("="),
    COMMA(","),
    COLON(":"),
    SEMICOLON(";"),
    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    LESS("<"),
    GREATER(">"),
    STAR("*"),
    ARROW("->"),
    SLASH("/"),
    DOT("."),
    AT("@"),
    PLUS("+"),
    MINUS("-"),
    UNDERSCORE("_"),
    AS("as"),
    ASYNC("async"),
    BOOL("bool"),
    BORROW("borrow"),
    CHAR("char"),
    CONSTRUCTOR("constructor"),
    ENUM("enum"),
    ERROR_CONTEXT("error-context"),
    EXPORT("export"),
    F32("f32"),
    F64("f64"),
    FLAGS("flags"),
    FROM("from"),
    FUNC("func"),
    FUTURE("future"),
    IMPORT("import"),
    INCLUDE("include"),
    INTERFACE("interface"),
    LIST("list"),
    MAP("map"),
    OPTION("option"),
    OWN("own"),
    PACKAGE("package"),
    RECORD("record"),
    RESOURCE("resource"),
    RESULT("result"),
    S16("s16"),
    S32("s32"),
    S64("s64"),
    S8("s8"),
    STATIC("static"),
    STREAM("stream"),
    STRING_TYPE("string"),
    TUPLE("tuple"),
    TYPE("type"),
    U16("u16"),
    U32("u32"),
    U64("u64"),
    U8("u8"),
    USE("use"),
    VARIANT("variant"),
    WITH("with"),
    WORLD("world");

    private static final Map<String, Token> KEYWORDS = keywords();

    private final String text;

    Token(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean isKeyword() {
        return ordinal() >= AS.ordinal();
    }

    /** As a message names it when it is expected. */
    String quoted() {
        return ordinal() <= STRING.ordinal() ? text : "`" + text + "`";
    }

    /** The keyword that {@code word} is, or {@link #ID}. */
    static Token ofWord(String word) {
        return KEYWORDS.getOrDefault(word, ID);
    }

    private static Map<String, Token> keywords() {
        var map = new HashMap<String, Token>();
        for (Token token : values()) {
            if (token.isKeyword()) {
                map.put(token.text, token);
            }
        }
        return map;
    }
}
