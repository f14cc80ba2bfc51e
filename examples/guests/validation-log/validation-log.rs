//! Middleware for an interface of one's own: passes each call of a validator on, and writes a line about it to standard
//! error once it has been answered.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../support/rust/streams.rs"]
mod streams;
#[path = "../../support/rust/validation.rs"]
mod validation;

mod validator;

use streams::OutputStream;
use validation::{Transaction, ValidateResponse};

#[link(wasm_import_module = "wasi:cli/stderr@0.2.3")]
extern "C" {
    #[link_name = "get-stderr"]
    fn get_stderr() -> u32;
}

/// One line whatever the strings hold: what is neither printable nor ASCII is escaped.
fn line(transaction: &Transaction, response: &ValidateResponse) -> String {
    let answer = match &response.reason {
        None if response.approved => "approved".to_string(),
        None => "refused".to_string(),
        Some(reason) => format!("refused, {}", reason.escape_default()),
    };
    format!(
        "validate {} to {}, {} {}: {answer}\n",
        transaction.origin.code.escape_default(),
        transaction.destination.code.escape_default(),
        transaction.amount,
        transaction.currency.escape_default(),
    )
}

fn validate(transaction: Transaction) -> ValidateResponse {
    let response = validator::validate(&transaction);
    // A log that is closed changes no answer.
    let _ = OutputStream::from_raw(unsafe { get_stderr() }).write(line(&transaction, &response).as_bytes());
    response
}

#[export_name = "wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn export_validate(arguments: *mut u8) -> *mut u8 {
    validation::serve(arguments, validate)
}

#[export_name = "cabi_post_wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn post_validate(response: *mut u8) {
    validation::free_response(response)
}
