package dev.belay.wit.resolve;

import java.util.Optional;

/**
 * What checks need to know of a type without walking it again.
 *
 * @param size how many nodes it has when every name is replaced by what it stands for; stops counting at {@link #MAX_SIZE}
 * @param depth how many types are within each other at most
 * @param holdsBorrow whether a borrowed handle is anywhere in it
 */
record TypeFacts(int size, int depth, boolean holdsBorrow) {
    /** Types that expand to more are of no use, and everything that compares types walks them. */
    static final int MAX_SIZE = 100_000;
    /** Recursion over types needs a stack of this depth. */
    static final int MAX_DEPTH = 400;

    private static final TypeFacts LEAF = new TypeFacts(1, 1, false);
    private static final TypeFacts BORROW = new TypeFacts(1, 1, true);

    static TypeFacts of(WitType.Body body) {
        return switch (body) {
            case WitType.Alias alias -> of(alias.type());
            case WitType.Record record -> {
                TypeFacts facts = LEAF;
                for (WitType.Field field : record.fields()) {
                    facts = facts.with(of(field.type()));
                }
                yield facts;
            }
            case WitType.Variant variant -> {
                TypeFacts facts = LEAF;
                for (WitType.Case c : variant.cases()) {
                    facts = facts.with(of(c.type()));
                }
                yield facts;
            }
            case WitType.Enum _, WitType.Flags _, WitType.Resource _ -> LEAF;
        };
    }

    static TypeFacts of(TypeRef type) {
        return switch (type) {
            case TypeRef.Prim _, TypeRef.Own _ -> LEAF;
            case TypeRef.Borrow _ -> BORROW;
            case TypeRef.Named named -> named.type().facts();
            case TypeRef.ListOf list -> LEAF.with(of(list.element()));
            case TypeRef.FixedList list -> LEAF.with(of(list.element()));
            case TypeRef.Option option -> LEAF.with(of(option.type()));
            case TypeRef.Result result -> LEAF.with(of(result.ok())).with(of(result.error()));
            case TypeRef.Tuple tuple -> {
                TypeFacts facts = LEAF;
                for (TypeRef t : tuple.types()) {
                    facts = facts.with(of(t));
                }
                yield facts;
            }
            case TypeRef.MapOf map -> LEAF.with(of(map.key())).with(of(map.value()));
            case TypeRef.Stream stream -> LEAF.with(of(stream.element()));
            case TypeRef.Future future -> LEAF.with(of(future.element()));
        };
    }

    private static TypeFacts of(Optional<TypeRef> type) {
        return type.isPresent() ? of(type.get()) : LEAF;
    }

    private TypeFacts with(TypeFacts part) {
        return new TypeFacts(
                Math.min(MAX_SIZE + 1, size + part.size),
                Math.max(depth, part.depth + 1),
                holdsBorrow || part.holdsBorrow);
    }
}
