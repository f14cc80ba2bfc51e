package dev.belay.component.binary;

import dev.belay.component.binary.CoreModuleContents.ElementItems;
import dev.belay.component.binary.CoreModuleContents.Elements;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreValType.AbstractHeap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes a whole core module: the reverse of {@link CoreModuleReader} and {@link CoreModuleContentsReader}. */
final class CoreModuleWriter {
    private static final int[] PREAMBLE = {0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00};
    private static final int FUNCTIONS_ONLY = 0x00;

    private final CoreModule module;
    private final ByteWriter file = new ByteWriter();

    CoreModuleWriter(CoreModule module) {
        this.module = module;
    }

    Bytes write() {
        var outline = module.outline();
        var contents = module.contents();
        for (int b : PREAMBLE) {
            file.u8(b);
        }
        vec(1, outline.types(), (out, type) -> new CoreTypeWriter(out).coreType(type));
        vec(2, outline.imports(), CoreModuleWriter::importing);
        vec(3, module.defined(CoreExtern.Func.class), (out, function) -> out.u32(function.type()));
        tables();
        vec(5, module.defined(CoreExtern.Memory.class), (out, memory) -> new CoreTypeWriter(out).limits(memory.limits()));
        vec(13, module.defined(CoreExtern.Tag.class), (out, tag) -> {
            out.u8(0x00);
            out.u32(tag.type());
        });
        globals();
        vec(7, outline.exports(), (out, export) -> {
            out.name(export.name());
            out.u8(export.sort().code());
            out.u32(export.index());
        });
        contents.start().ifPresent(function -> section(8, out -> out.u32(function)));
        vec(9, contents.elements(), CoreModuleWriter::elements);
        if (contents.data().stream().anyMatch(segment -> segment.target().isEmpty())) {
            section(12, out -> out.u32(contents.data().size()));
        }
        vec(10, contents.functions(), CoreModuleWriter::function);
        vec(11, contents.data(), CoreModuleWriter::data);
        contents.custom().forEach(custom -> section(0, out -> {
            out.name(custom.name());
            out.bytes(custom.data());
        }));
        return Bytes.of(file.toByteArray());
    }

    static void imports(ByteWriter out, List<CoreModuleOutline.Import> imports) {
        out.vec(imports, item -> importing(out, item));
    }

    private static void importing(ByteWriter out, CoreModuleOutline.Import item) {
        out.name(item.module());
        out.name(item.name());
        new CoreTypeWriter(out).extern(item.type());
    }

    private void tables() {
        var defined = module.defined(CoreExtern.Table.class);
        var values = module.contents().tables();
        if (defined.isEmpty()) {
            return;
        }
        section(4, out -> {
            out.u32(defined.size());
            for (int i = 0; i < defined.size(); i++) {
                Optional<List<CoreInstruction>> value = values.get(i);
                value.ifPresent(_ -> {
                    out.u8(0x40);
                    out.u8(0x00);
                });
                new CoreTypeWriter(out).valType(defined.get(i).element());
                new CoreTypeWriter(out).limits(defined.get(i).limits());
                value.ifPresent(new CoreInstructionWriter(out)::expression);
            }
        });
    }

    private void globals() {
        var defined = module.defined(CoreExtern.Global.class);
        if (defined.isEmpty()) {
            return;
        }
        section(6, out -> {
            out.u32(defined.size());
            for (int i = 0; i < defined.size(); i++) {
                new CoreTypeWriter(out).valType(defined.get(i).type());
                out.flag(defined.get(i).mutable());
                new CoreInstructionWriter(out).expression(module.contents().globals().get(i));
            }
        });
    }

    private static void elements(ByteWriter out, Elements segment) {
        boolean expressions = segment.items() instanceof ElementItems.Expressions;
        boolean typed = segment.target().map(target -> target.index() != 0).orElse(false)
                || (segment.target().isPresent() && segment.type().isPresent());
        out.u32((segment.target().isPresent() ? 0 : 1)
                | (typed || segment.declared() ? 2 : 0)
                | (expressions ? 4 : 0));
        segment.target().ifPresent(target -> {
            if (typed) {
                out.u32(target.index());
            }
            new CoreInstructionWriter(out).expression(target.offset());
        });
        if (typed || segment.target().isEmpty()) {
            segment.type().ifPresentOrElse(
                    new CoreTypeWriter(out)::valType, () -> out.u8(expressions ? AbstractHeap.FUNC.code() : FUNCTIONS_ONLY));
        }
        switch (segment.items()) {
            case ElementItems.Functions(var functions) -> out.vec(functions, out::u32);
            case ElementItems.Expressions(var all) -> out.vec(all, new CoreInstructionWriter(out)::expression);
        }
    }

    private static void data(ByteWriter out, CoreModuleContents.Data segment) {
        int memory = segment.target().map(CoreModuleContents.Target::index).orElse(0);
        out.u32(segment.target().isEmpty() ? 1 : memory == 0 ? 0 : 2);
        if (memory != 0) {
            out.u32(memory);
        }
        segment.target().ifPresent(target -> new CoreInstructionWriter(out).expression(target.offset()));
        out.u32(segment.bytes().size());
        out.bytes(segment.bytes());
    }

    private static void function(ByteWriter out, CoreModuleContents.Function function) {
        var body = new ByteWriter();
        body.vec(function.locals(), locals -> {
            body.u32(locals.count());
            new CoreTypeWriter(body).valType(locals.type());
        });
        new CoreInstructionWriter(body).expression(function.body());
        out.sized(body);
    }

    private <T> void vec(int id, List<T> items, BiConsumer<ByteWriter, T> item) {
        if (!items.isEmpty()) {
            section(id, out -> out.vec(items, each -> item.accept(out, each)));
        }
    }

    private void section(int id, Consumer<ByteWriter> content) {
        var out = new ByteWriter();
        content.accept(out);
        file.u8(id);
        file.sized(out);
    }
}
