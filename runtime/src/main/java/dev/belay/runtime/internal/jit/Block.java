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
        ELSE,
        TRY
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
    /** What a part of a function returns to say that it goes on there; 0 for blocks of the same method. */
    final int exit;
    /** What its end needs to know, of a {@code try_table} of the same method. */
    Optional<CatchWriter.Attempt> attempt = Optional.empty();
    /** Whether anything branches to the end. */
    boolean targeted;

    Block(Form form, List<Kind> params, List<Kind> results, int height, Label label, Optional<Label> otherwise) {
        this(form, params, results, height, label, otherwise, 0);
    }

    private Block(
            Form form,
            List<Kind> params,
            List<Kind> results,
            int height,
            Label label,
            Optional<Label> otherwise,
            int exit) {
        this.form = form;
        this.params = params;
        this.results = results;
        this.height = height;
        this.label = label;
        this.otherwise = otherwise;
        this.exit = exit;
    }

    /** The same block for a part of the function that lies within it. */
    Block outside(int itsExit) {
        return new Block(form, params, results, 0, label, Optional.empty(), itsExit);
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
