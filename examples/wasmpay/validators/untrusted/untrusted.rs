//! A validator nobody should trust: the transaction's `reason` says what it does, in one word. Any other reason is
//! approved, so that one can see that the next transaction is none the worse.

#[path = "../../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../../support/rust/http.rs"]
mod http;
#[path = "../../../support/rust/http_client.rs"]
mod http_client;
#[path = "../../../support/rust/misdeeds.rs"]
mod misdeeds;
#[path = "../../../support/rust/streams.rs"]
mod streams;
#[path = "../../../support/rust/validation.rs"]
mod validation;

mod reach;

use validation::{Transaction, ValidateResponse};

/// Bytes for standard error.
const FLOOD: u64 = 64 << 20;
/// Bytes of a refusal that nobody wants to read.
const LENGTHY: usize = 8 << 20;

fn validate(transaction: Transaction) -> ValidateResponse {
    match &*transaction.reason {
        // What uses up the host.
        "loop" => misdeeds::run_for_ever(),
        "allocate" => misdeeds::allocate(),
        "recurse" => return ValidateResponse::refuse(misdeeds::recurse(0).to_string()),
        "flood" => misdeeds::flood(FLOOD),
        // What ends the call.
        "trap" => core::arch::wasm32::unreachable(),
        "exit" => reach::leave(),
        // What is not a bank's to have.
        "files" => return ValidateResponse::refuse(reach::files("etc/passwd")),
        "variables" => return ValidateResponse::refuse(reach::variables()),
        "socket" => return ValidateResponse::refuse(reach::socket()),
        "http" => return ValidateResponse::refuse(reach::http("169.254.169.254", "/latest/meta-data/")),
        // Answers that are none.
        "no word" => return ValidateResponse { approved: false, reason: None },
        "contradict" => return ValidateResponse { approved: true, reason: Some("Not that I would know".to_string()) },
        "lengthy" => return ValidateResponse::refuse("x".repeat(LENGTHY)),
        _ => {}
    }
    ValidateResponse::approve()
}

#[export_name = "wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn export_validate(arguments: *mut u8) -> *mut u8 {
    let mut garbage = None;
    let response = validation::serve(arguments, |transaction| {
        garbage = match &*transaction.reason {
            "nowhere" => Some((u32::MAX - 7, 16)),
            "not text" => Some((b"\xff\xfe".as_ptr() as u32, 2)),
            _ => None,
        };
        validate(transaction)
    });
    if let Some((at, len)) = garbage {
        response.write(0);
        response.add(4).write(1);
        cabi::store_u32(response, 8, at);
        cabi::store_u32(response, 12, len);
    }
    response
}

#[export_name = "cabi_post_wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn post_validate(response: *mut u8) {
    validation::free_response(response)
}
