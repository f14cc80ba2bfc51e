package dev.belay.component.binary;

import dev.belay.component.model.Canon;
import dev.belay.component.model.CanonOption;
import dev.belay.component.model.CoreValType;
import java.util.List;

/** Writes canonical definitions and their options: the reverse of {@link CanonReader}. */
final class CanonWriter {
    private final ByteWriter out;
    private final TypeWriter types;

    CanonWriter(ByteWriter out, TypeWriter types) {
        this.out = out;
        this.types = types;
    }

    void canon(Canon canon) {
        switch (canon) {
            case Canon.Lift(int func, var options, int type) -> {
                out.u8(0x00);
                indexed(0x00, func);
                options(options);
                out.u32(type);
            }
            case Canon.Lower(int func, var options) -> {
                out.u8(0x01);
                indexed(0x00, func);
                options(options);
            }
            case Canon.ResourceNew(int type) -> indexed(0x02, type);
            case Canon.ResourceDrop(int type) -> indexed(0x03, type);
            case Canon.ResourceRep(int type) -> indexed(0x04, type);
            case Canon.TaskReturn(var result, var options) -> {
                out.u8(0x09);
                types.results(result);
                options(options);
            }
            case Canon.Context(boolean set, CoreValType type, int slot) -> {
                out.u8(set ? 0x0b : 0x0a);
                types.core().valType(type);
                out.u32(slot);
            }
            case Canon.Copy copy -> copy(copy);
            case Canon.ErrorContext(boolean debugMessage, var options) -> {
                out.u8(debugMessage ? 0x1d : 0x1c);
                options(options);
            }
            case Canon.WaitableSet(boolean poll, boolean cancellable, int memory) -> {
                out.u8(poll ? 0x21 : 0x20);
                out.flag(cancellable);
                out.u32(memory);
            }
            case Canon.ThreadNewIndirect(int coreType, int table) -> {
                indexed(0x27, coreType);
                out.u32(table);
            }
            case Canon.ThreadSpawn(boolean shared, int coreType, var table) -> {
                out.u8(table.isPresent() ? 0x41 : 0x40);
                out.flag(shared);
                out.u32(coreType);
                table.ifPresent(out::u32);
            }
            case Canon.ThreadParallelism(boolean shared) -> {
                out.u8(0x42);
                out.flag(shared);
            }
            case Canon.Simple(var op, boolean flag) -> {
                out.u8(op.code());
                if (op.hasFlag()) {
                    out.flag(flag);
                }
            }
        }
    }

    private void copy(Canon.Copy copy) {
        indexed(copy.op().code(), copy.type());
        switch (copy.op()) {
            case STREAM_READ, STREAM_WRITE, FUTURE_READ, FUTURE_WRITE -> options(copy.options());
            case STREAM_CANCEL_READ, STREAM_CANCEL_WRITE, FUTURE_CANCEL_READ, FUTURE_CANCEL_WRITE ->
                out.flag(copy.async());
            default -> {}
        }
    }

    private void indexed(int code, int index) {
        out.u8(code);
        out.u32(index);
    }

    private void options(List<CanonOption> options) {
        out.vec(options, this::option);
    }

    private void option(CanonOption option) {
        switch (option) {
            case CanonOption.StringEncoding encoding -> out.u8(code(encoding));
            case CanonOption.Memory(int memory) -> indexed(0x03, memory);
            case CanonOption.Realloc(int func) -> indexed(0x04, func);
            case CanonOption.PostReturn(int func) -> indexed(0x05, func);
            case CanonOption.Async() -> out.u8(0x06);
            case CanonOption.Callback(int func) -> indexed(0x07, func);
        }
    }

    private static int code(CanonOption.StringEncoding encoding) {
        return switch (encoding) {
            case UTF8 -> 0x00;
            case UTF16 -> 0x01;
            case LATIN1_UTF16 -> 0x02;
        };
    }
}
