//! Nordhaven's rule: US dollars only.
//!
//! `#[path]` modules hold the canonical-ABI glue; this file is what the bank writes.

#[path = "../../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../../support/rust/validation.rs"]
mod validation;

use validation::{Transaction, ValidateResponse};

fn validate(transaction: Transaction) -> ValidateResponse {
    if transaction.currency == "USD" {
        ValidateResponse::approve()
    } else {
        ValidateResponse::refuse(format!("Unsupported currency: {}", transaction.currency))
    }
}

#[export_name = "wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn export_validate(arguments: *mut u8) -> *mut u8 {
    validation::serve(arguments, validate)
}

#[export_name = "cabi_post_wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn post_validate(response: *mut u8) {
    validation::free_response(response)
}
