package dev.belay.component.validate;

import dev.belay.component.abi.Extent;
import dev.belay.component.model.CoreValType;
import java.util.List;

/**
 * What validation needs to know of a value type, worked out once from the facts of its parts.
 *
 * @param depth constructors within each other, itself included
 * @param size of the type written out, as {@link Bounds#MAX_TYPE_SIZE} counts it
 * @param extent in a 64-bit memory
 * @param flat the flat types, cut off past what matters
 * @param borrows whether there is a {@code borrow} in it
 * @param handles whether there is an {@code own} or a {@code borrow} in it
 * @param pointers whether there is a list or a string in it
 */
record Facts(
        int depth,
        long size,
        Extent extent,
        List<CoreValType> flat,
        boolean borrows,
        boolean handles,
        boolean pointers) {}
