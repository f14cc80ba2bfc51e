//! What the component around this one tells it.

use crate::environment::variable;

/// How long a validator may take if nothing is said.
const DEFAULT_MILLISECONDS: u32 = 5_000;

pub struct Settings {
    /// Codes of the banks that have validators.
    pub validators: Vec<String>,
    /// How long each may take.
    pub milliseconds: u32,
}

impl Settings {
    pub fn read() -> Self {
        Settings {
            validators: listed(&variable("WASMPAY_VALIDATORS")),
            milliseconds: variable("WASMPAY_TIMEOUT_MS").parse().unwrap_or(DEFAULT_MILLISECONDS),
        }
    }
}

pub fn listed(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(String::from).collect()
}
