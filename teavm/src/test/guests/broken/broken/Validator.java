package broken;

import java.util.Optional;
import wasmpay.platform.Validation;

/** Uses what no component has. */
public final class Validator implements Validation {
    @Override
    public ValidateResponse validate(Transaction transaction) {
        String home = java.lang.ProcessHandle.current().toString();
        return new ValidateResponse(true, Optional.of(home));
    }
}
