package dev.belay.runtime;

import org.jspecify.annotations.Nullable;

/** Guest code did what the specification forbids, or went past a limit. The instance cannot be used again. */
public final class Trap extends RuntimeException {
    private final Kind kind;
    private final String note;

    public Trap(Kind kind) {
        this(kind, kind.wording(), "", null);
    }

    /**
     * @param detail what was found, after the kind's wording; empty for nothing
     */
    public static Trap of(Kind kind, String detail) {
        return new Trap(kind, detail.isEmpty() ? kind.wording() : kind.wording() + ": " + detail, "", null);
    }

    public static Trap of(Kind kind, String detail, Throwable cause) {
        return new Trap(kind, detail.isEmpty() ? kind.wording() : kind.wording() + ": " + detail, "", cause);
    }

    /** A limit that was passed is detail and note in one. */
    static Trap ofLimit(Kind kind, String limit, Throwable cause) {
        return new Trap(kind, kind.wording() + ": " + limit, limit, cause);
    }

    private Trap(Kind kind, String message, String note, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.note = note;
    }

    /** This trap with more to say; the same one if {@code more} is empty. */
    Trap withNote(String more) {
        if (more.isEmpty()) {
            return this;
        }
        var noted = new Trap(kind, getMessage() + " (" + more + ")", more, getCause());
        noted.setStackTrace(getStackTrace());
        return noted;
    }

    public Kind kind() {
        return kind;
    }

    /** The limit that most likely led to this, in words; empty if there is none. It is in the message, too. */
    public String note() {
        return note;
    }

    /** Every reason for a trap. The wording is the specification's, where it gives one. */
    public enum Kind {
        UNREACHABLE("unreachable"),
        INTEGER_DIVIDE_BY_ZERO("integer divide by zero"),
        INTEGER_OVERFLOW("integer overflow"),
        INVALID_CONVERSION("invalid conversion to integer"),
        MEMORY_OUT_OF_BOUNDS("out of bounds memory access"),
        TABLE_OUT_OF_BOUNDS("out of bounds table access"),
        UNDEFINED_ELEMENT("undefined element"),
        UNINITIALIZED_ELEMENT("uninitialized element"),
        INDIRECT_CALL_TYPE("indirect call type mismatch"),
        NULL_REFERENCE("null reference"),
        ARRAY_OUT_OF_BOUNDS("out of bounds array access"),
        CAST_FAILURE("cast failure"),
        STACK_EXHAUSTED("call stack exhausted"),
        UNCAUGHT_EXCEPTION("uncaught exception"),
        CORE_OTHER("core trap"),
        HOST("host function misused"),

        STRING_OUT_OF_BOUNDS("string content out-of-bounds"),
        STRING_TOO_LONG("string length too long"),
        INVALID_UTF8("invalid utf-8"),
        INVALID_UTF16("invalid utf-16"),
        INVALID_CHAR("invalid `char` bit pattern"),
        INVALID_DISCRIMINANT("invalid variant discriminant"),
        LIST_OUT_OF_BOUNDS("list content out-of-bounds"),
        LIST_TOO_LONG("list length too long"),
        UNALIGNED_POINTER("unaligned pointer"),
        POINTER_OUT_OF_BOUNDS("pointer out of bounds"),
        REALLOC_RESULT("realloc return: beyond end of memory"),
        REALLOC_UNALIGNED("realloc return: result not aligned"),

        UNKNOWN_HANDLE("unknown handle index"),
        HANDLE_TYPE("handle index used with the wrong type"),
        HANDLE_NOT_OWNED("cannot lift own resource from a borrow"),
        HANDLE_LENT("cannot remove owned resource while borrowed"),
        BORROWS_REMAIN("borrow handles still remain at the end of the call"),
        TOO_MANY_HANDLES("too many handles"),

        CANNOT_ENTER("cannot enter component instance"),
        CANNOT_LEAVE("cannot leave component instance"),
        DEADLOCK("deadlock detected"),
        POISONED("cannot enter component instance: it trapped before"),

        DEADLINE("deadline exceeded"),
        FUEL("fuel exhausted"),
        INTERRUPTED("interrupted"),
        MEMORY_LIMIT("memory limit exceeded"),
        TABLE_LIMIT("table limit exceeded"),
        TOO_MANY_INSTANCES("too many core instances"),
        TOO_MANY_MEMORIES("too many memories"),
        TOO_MANY_TABLES("too many tables"),
        ASYNC_UNSUPPORTED("async component functions are not supported yet");

        private final String wording;

        Kind(String wording) {
            this.wording = wording;
        }

        public String wording() {
            return wording;
        }
    }
}
