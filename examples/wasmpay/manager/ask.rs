//! One validator's answer, which is not believed to be well-formed, or to be short.

use crate::decisions::Step;
use crate::fields::Fields;
use crate::json;

/// Characters of a reason that are kept. The ledger takes 500.
const MAX_REASON: usize = 400;
/// Characters of a language and of a harness's name that are kept.
const MAX_NAME: usize = 40;

pub fn subject(validator: &str) -> String {
    format!("wasmpay.{}.validate", validator)
}

/// What a validator's answer means, or that there is none. Whatever is not an approval is a refusal.
pub fn step(validator: &str, answer: Result<Vec<u8>, String>) -> Step {
    let refused = |reason: String| Step {
        validator: validator.to_string(),
        language: String::new(),
        size: 0,
        harness: String::new(),
        approved: false,
        reason: cut(&reason, MAX_REASON),
    };
    match answer {
        Err(_) => refused(format!("validator of {} is not available", validator)),
        Ok(body) => read(validator, &body)
            .unwrap_or_else(|problem| refused(format!("validator of {} failed: {}", validator, problem))),
    }
}

fn read(validator: &str, body: &[u8]) -> Result<Step, String> {
    let json = json::parse(body)?;
    let fields = Fields::of(&json, String::new())?;
    if fields.has("error") {
        return Err(fields.text("error")?);
    }
    let approved = fields.flag("approved")?;
    let reason = fields.optional_text("reason")?;
    let (language, size) = if fields.has("validator") {
        let about = fields.object("validator")?;
        (about.optional_text("language")?, about.whole_number("size")?.max(0) as u64)
    } else {
        (String::new(), 0)
    };
    Ok(Step {
        validator: validator.to_string(),
        language: cut(&language, MAX_NAME),
        size,
        harness: cut(&fields.optional_text("harness")?, MAX_NAME),
        approved,
        reason: match (approved, reason.is_empty()) {
            (true, _) => String::new(),
            (false, true) => format!("validator of {} gave no reason", validator),
            (false, false) => cut(&reason, MAX_REASON),
        },
    })
}

/// `most` counts as Java and JavaScript do, in which a character beyond the basic plane is two.
fn cut(text: &str, most: usize) -> String {
    let mut units = 0;
    text.chars()
        .filter(|c| *c != '\0')
        .take_while(|c| {
            units += c.len_utf16();
            units <= most
        })
        .collect()
}
