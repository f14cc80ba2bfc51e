package dev.belay.runtime.internal.jit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import run.endive.wasm.types.AnnotatedInstruction;

/**
 * Which regions of a large function become methods of their own. From the outside to the inside, what comes last in a block is
 * taken out, then the blocks beside the largest one, until the rest is small enough. An interpreter is a loop around as many
 * nested blocks as it has instructions, with the code of one after the end of each: so its methods are those codes, and the
 * loop that chooses between them stays in one piece.
 */
final class CutPlan {
    /** What a region that was taken out counts for where it was. */
    private static final int CALL = 4;
    /** Taking out less than that makes nothing smaller. */
    private static final int LEAST = 6;

    private final Cutting cutting;
    /** Of blocks that were taken out, by their start. */
    private final Map<Integer, Region> blocks = new HashMap<>();
    /** Of what comes last in a block, or is one branch of an {@code if}, and was taken out, by its start. */
    private final Map<Integer, Region> ends = new HashMap<>();

    private CutPlan(Cutting cutting) {
        this.cutting = cutting;
    }

    static CutPlan of(List<AnnotatedInstruction> instructions, Cutting cutting) {
        var plan = new CutPlan(cutting);
        plan.fit(Region.of(instructions));
        return plan;
    }

    /** The block that starts there, if it is to be a method. */
    Optional<Region> block(int start) {
        return Optional.ofNullable(blocks.get(start));
    }

    /** What starts there and is the rest of a block, if it is to be a method. */
    Optional<Region> end(int start) {
        return Optional.ofNullable(ends.get(start));
    }

    /** Takes as much out of a region as has to be; of small pieces only those that there is no way around. */
    private void fit(Region region) {
        int size = region.size();
        for (int smallest = cutting.smallest(); size > cutting.largest(); smallest /= 2) {
            size = takeOut(region, size, smallest);
            if (smallest <= LEAST) {
                return;
            }
        }
    }

    private int takeOut(Region region, int size, int smallest) {
        int left = size;
        Region around = region;
        while (left > cutting.largest() && !around.blocks().isEmpty()) {
            Region within = around.blocks().stream().max(BY_SIZE).orElseThrow();
            left -= take(ends, around.after(within), smallest);
            for (Region each : around.blocks().stream().sorted(BY_SIZE.reversed()).toList()) {
                if (left > cutting.largest() && each.to() <= within.from()) {
                    left -= beside(each, smallest);
                }
            }
            around = within;
        }
        return left;
    }

    private int beside(Region block, int smallest) {
        if (block.canBeMethod()) {
            return take(blocks, block, smallest);
        }
        return block.contents().stream().mapToInt(each -> take(ends, each, smallest)).sum();
    }

    /** How much less that makes of what it was in. */
    private int take(Map<Integer, Region> taken, Region region, int smallest) {
        if (region.size() < smallest || taken.putIfAbsent(region.from(), region) != null) {
            return 0;
        }
        fit(region);
        return region.size() - CALL;
    }

    private static final Comparator<Region> BY_SIZE = Comparator.comparingInt(Region::size);
}
