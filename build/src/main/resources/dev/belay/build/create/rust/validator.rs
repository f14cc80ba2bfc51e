//! The rule of one bank: US dollars only.

#[path = "../glue/@snake@_glue.rs"]
mod glue;

use glue::validation::{Guest, Transaction, ValidateResponse};

struct Component;

impl Guest for Component {
    fn validate(transaction: Transaction) -> ValidateResponse {
        if transaction.currency == "USD" {
            ValidateResponse { approved: true, reason: None }
        } else {
            ValidateResponse { approved: false, reason: Some(format!("Unsupported currency: {}", transaction.currency)) }
        }
    }
}
