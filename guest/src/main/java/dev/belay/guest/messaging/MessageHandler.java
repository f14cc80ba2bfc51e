package dev.belay.guest.messaging;

import dev.belay.guest.Result;
import dev.belay.guest.Unit;
import dev.belay.guest.wasmcloud.messaging.Handler;
import dev.belay.guest.wasmcloud.messaging.Types;

/** Takes messages. What is thrown becomes the error that the host sees. */
public interface MessageHandler extends Handler {
    void handle(Types.BrokerMessage message);

    /** What the component exports. */
    @Override
    default Result<Unit, String> handleMessage(Types.BrokerMessage msg) {
        try {
            handle(msg);
            return Result.ok();
        } catch (RuntimeException e) {
            return Result.err(String.valueOf(e.getMessage()));
        }
    }
}
