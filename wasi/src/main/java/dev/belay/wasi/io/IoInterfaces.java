package dev.belay.wasi.io;

import dev.belay.runtime.HostInterface;
import dev.belay.runtime.Trap;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.Interfaces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code wasi:io}: error, poll and streams. */
public final class IoInterfaces {
    /** More bytes than this are given or taken in pieces, whatever a guest asks for. */
    private static final int MAX_CHUNK = 1 << 20;
    /** The interface's own bound for the writes that wait. */
    private static final int MAX_BLOCKING_WRITE = 4096;

    private IoInterfaces() {}

    public static List<HostInterface> all() {
        return List.of(error(), poll(), streams());
    }

    private static HostInterface error() {
        return Interfaces.builder("wasi:io/error")
                .func("[method]error.to-debug-string", (_, args) -> ((IoError) args[0]).text())
                .build();
    }

    private static HostInterface poll() {
        return Interfaces.builder("wasi:io/poll")
                .resource("pollable", Pollable.class, Pollable::close)
                .func("[method]pollable.ready", (_, args) -> ((Pollable) args[0]).ready())
                .func("[method]pollable.block", (_, args) -> {
                    ((Pollable) args[0]).block();
                    return null;
                })
                .func("poll", (_, args) -> poll((List<?>) args[0]))
                .build();
    }

    private static List<Object> poll(List<?> list) {
        if (list.isEmpty()) {
            throw Trap.of(Trap.Kind.HOST, "wasi:io/poll#poll: expected at least one pollable, found an empty list");
        }
        List<Pollable> pollables = list.stream().map(Pollable.class::cast).toList();
        Pollable.blockAny(pollables);
        var ready = new ArrayList<Object>();
        for (int i = 0; i < pollables.size(); i++) {
            if (pollables.get(i).ready()) {
                ready.add(i);
            }
        }
        return ready;
    }

    private static HostInterface streams() {
        return Interfaces.builder("wasi:io/streams")
                .resource("input-stream", WasiInputStream.class, WasiInputStream::close)
                .resource("output-stream", WasiOutputStream.class, WasiOutputStream::close)
                .func("[method]input-stream.read", (_, args) -> result(() -> input(args).read(chunk(args[1]))))
                .func("[method]input-stream.blocking-read",
                        (_, args) -> result(() -> input(args).blockingRead(chunk(args[1]))))
                .func("[method]input-stream.skip",
                        (_, args) -> result(() -> (long) input(args).read(chunk(args[1])).length))
                .func("[method]input-stream.blocking-skip",
                        (_, args) -> result(() -> (long) input(args).blockingRead(chunk(args[1])).length))
                .func("[method]input-stream.subscribe", (_, args) -> input(args).subscribe())
                .func("[method]output-stream.check-write", (_, args) -> result(() -> output(args).checkWrite()))
                .func("[method]output-stream.write", (_, args) -> done(() -> write(output(args), (byte[]) args[1])))
                .func("[method]output-stream.blocking-write-and-flush", (_, args) -> done(() -> {
                    requireShort(((byte[]) args[1]).length);
                    output(args).blockingWriteAndFlush((byte[]) args[1]);
                }))
                .func("[method]output-stream.flush", (_, args) -> done(() -> output(args).flush()))
                .func("[method]output-stream.blocking-flush", (_, args) -> done(() -> {
                    output(args).flush();
                    output(args).blockingCheckWrite();
                }))
                .func("[method]output-stream.subscribe", (_, args) -> output(args).subscribe())
                .func("[method]output-stream.write-zeroes",
                        (_, args) -> done(() -> write(output(args), new byte[chunk(args[1])])))
                .func("[method]output-stream.blocking-write-zeroes-and-flush", (_, args) -> done(() -> {
                    requireShort(chunk(args[1]));
                    output(args).blockingWriteAndFlush(new byte[chunk(args[1])]);
                }))
                .func("[method]output-stream.splice", (_, args) -> result(() -> splice(args, false)))
                .func("[method]output-stream.blocking-splice", (_, args) -> result(() -> splice(args, true)))
                .build();
    }

    private static WasiInputStream input(Object[] args) {
        return (WasiInputStream) args[0];
    }

    private static WasiOutputStream output(Object[] args) {
        return (WasiOutputStream) args[0];
    }

    /** A u64 of the guest's as a size that the host is ready to hold. */
    private static int chunk(Object length) {
        long asked = (Long) length;
        return asked < 0 || asked > MAX_CHUNK ? MAX_CHUNK : (int) asked;
    }

    private static void write(WasiOutputStream stream, byte[] bytes) {
        if (bytes.length > stream.checkWrite()) {
            throw Trap.of(
                    Trap.Kind.HOST,
                    "wasi:io/streams: expected no more bytes than check-write permits, found " + bytes.length);
        }
        stream.write(bytes);
    }

    private static void requireShort(int length) {
        if (length > MAX_BLOCKING_WRITE) {
            throw Trap.of(
                    Trap.Kind.HOST,
                    "wasi:io/streams: expected at most " + MAX_BLOCKING_WRITE + " bytes for a write that waits, found "
                            + length);
        }
    }

    private static long splice(Object[] args, boolean wait) {
        WasiOutputStream to = output(args);
        var from = (WasiInputStream) args[1];
        long permit = wait ? to.blockingCheckWrite() : to.checkWrite();
        int limit = (int) Math.min(permit, chunk(args[2]));
        if (limit == 0) {
            return 0;
        }
        byte[] bytes = wait ? from.blockingRead(limit) : from.read(limit);
        to.write(bytes);
        return bytes.length;
    }

    private static ResultValue result(Supplier<Object> operation) {
        try {
            return ResultValue.ok(operation.get());
        } catch (StreamException e) {
            return ResultValue.err(e.asVariant());
        }
    }

    private static ResultValue done(Runnable operation) {
        try {
            operation.run();
            return ResultValue.ok();
        } catch (StreamException e) {
            return ResultValue.err(e.asVariant());
        }
    }
}
