//! What the component around this one tells it of the validator.

use crate::answer::About;
use crate::environment::variable;

pub fn about() -> About {
    About {
        name: variable("WASMPAY_VALIDATOR"),
        language: variable("WASMPAY_LANGUAGE"),
        size: variable("WASMPAY_SIZE").parse().unwrap_or(0),
    }
}
