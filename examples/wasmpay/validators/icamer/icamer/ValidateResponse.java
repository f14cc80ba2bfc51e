package icamer;

import belay.guest.Cabi;
import org.teavm.interop.Address;

/** @param reason why the transaction was refused; empty when it was approved */
record ValidateResponse(boolean approved, String reason) {
    static final ValidateResponse APPROVE = new ValidateResponse(true, "");

    static ValidateResponse refuse(String reason) {
        return new ValidateResponse(false, reason);
    }

    Address lower() {
        Address at = Cabi.allocate(16, 4);
        at.putByte((byte) (approved ? 1 : 0));
        at.add(4).putByte((byte) (approved ? 0 : 1));
        if (!approved) {
            Cabi.lowerString(reason, at.add(8));
        }
        return at;
    }
}
