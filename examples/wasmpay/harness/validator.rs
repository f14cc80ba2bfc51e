//! Calls of the bank's validator.

use crate::cabi;
use crate::validation::{Transaction, ValidateResponse, RESPONSE_ALIGN, RESPONSE_SIZE, TRANSACTION_ALIGN, TRANSACTION_SIZE};

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

/// Hands the arguments of the export to the import as they lie in memory, and the response back likewise.
pub unsafe fn pass_on(arguments: *mut u8) -> *mut u8 {
    let response = cabi::cabi_realloc(std::ptr::null_mut(), 0, RESPONSE_ALIGN, RESPONSE_SIZE);
    import_validate(arguments, response);
    drop(Transaction::load(arguments));
    cabi::free(arguments, TRANSACTION_SIZE, TRANSACTION_ALIGN);
    response
}

#[link(wasm_import_module = "wasmpay:platform/validation@0.1.0")]
extern "C" {
    #[link_name = "validate"]
    fn import_validate(arguments: *const u8, response: *mut u8);
}
