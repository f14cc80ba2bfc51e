package dev.belay.runtime.internal.jit;

import java.lang.classfile.Label;
import java.util.List;
import java.util.Optional;

/** A block that is open: where branches to it go, and what they carry. */
final class Block {
    enum Form {
        FUNCTION,
        BLOCK,
        LOOP,
        IF,
        ELSE
    }

    final Form form;
    final List<Kind> params;
    final List<Kind> results;
    /** The operands below the block's parameters. */
    final int height;
    /** Its end or, of a loop, its start. */
    final Label label;
    /** Where the other branch of an `if` starts. */
    final Optional<Label> otherwise;
    /** Whether anything branches to the end. */
    boolean targeted;

    Block(Form form, List<Kind> params, List<Kind> results, int height, Label label, Optional<Label> otherwise) {
        this.form = form;
        this.params = params;
        this.results = results;
        this.height = height;
        this.label = label;
        this.otherwise = otherwise;
    }

    /** What a branch to it carries. */
    List<Kind> carried() {
        return form == Form.LOOP ? params : results;
    }

    /** The other branch of this `if`. */
    Block elseBlock() {
        var block = new Block(Form.ELSE, params, results, height, label, Optional.empty());
        block.targeted = targeted;
        return block;
    }
}
