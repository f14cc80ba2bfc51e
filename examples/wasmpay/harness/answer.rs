//! From a JSON transaction to a JSON answer.

use crate::json;
use crate::json_object::Object;
use crate::payload::{self, Payload};
use crate::validation::{Transaction, ValidateResponse};

/// What this harness is. A change of what it answers is a new version.
pub const HARNESS: &str = "wasmpay-harness 0.2.0";

/// What is known of the validator that is plugged in.
#[derive(Default)]
pub struct About {
    pub name: String,
    pub language: String,
    /// Bytes of its component.
    pub size: u64,
}

/// Has `validate` judge the transaction in `body`. The error says what is wrong with the body, and where.
pub fn answer(
    body: &[u8], about: impl FnOnce() -> About, validate: impl FnOnce(&Transaction) -> ValidateResponse,
) -> Result<String, String> {
    let payload = payload::read(&json::parse(body)?)?;
    let response = validate(&payload.transaction);
    let judged = Object::new()
        .flag("approved", response.approved)
        .text_or_null("reason", response.reason.as_deref());
    Ok(match payload {
        // Whoever sends the first version knows no more than it had.
        Payload { schema: 1, .. } => judged.end(),
        Payload { reference, .. } => {
            let about = about();
            let validator = Object::new()
                .text("name", &about.name)
                .text("language", &about.language)
                .number("size", about.size)
                .end();
            judged.number("schema", 2).text("reference", &reference).written("validator", &validator).text("harness", HARNESS).end()
        }
    })
}

/// `{"error":…}`
pub fn error(reason: &str) -> String {
    Object::new().text("error", reason).end()
}
