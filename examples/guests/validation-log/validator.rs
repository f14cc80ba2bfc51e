//! Calls of the bank's validator.

use crate::validation::{Transaction, ValidateResponse, RESPONSE_SIZE, TRANSACTION_SIZE};

#[repr(C, align(8))]
struct Area<const SIZE: usize>([u8; SIZE]);

pub fn validate(transaction: &Transaction) -> ValidateResponse {
    let mut arguments = Area([0; TRANSACTION_SIZE]);
    let mut response = Area([0; RESPONSE_SIZE]);
    unsafe {
        transaction.store_borrowed(arguments.0.as_mut_ptr());
        import_validate(arguments.0.as_ptr(), response.0.as_mut_ptr());
        ValidateResponse::load(response.0.as_ptr())
    }
}

#[link(wasm_import_module = "wasmpay:platform/validation@0.1.0")]
extern "C" {
    #[link_name = "validate"]
    fn import_validate(arguments: *const u8, response: *mut u8);
}
