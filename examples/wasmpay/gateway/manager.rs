//! Calls of the transaction manager, which is composed in.

use crate::decisions::{Outcome, OUTCOME_SIZE};
use crate::validation::{Transaction, TRANSACTION_SIZE};

#[repr(C, align(8))]
struct Area<const SIZE: usize>([u8; SIZE]);

pub fn decide(transaction: &Transaction) -> Outcome {
    let mut arguments = Area([0; TRANSACTION_SIZE]);
    let mut outcome = Area([0; OUTCOME_SIZE]);
    unsafe {
        transaction.store_borrowed(arguments.0.as_mut_ptr());
        import_decide(arguments.0.as_ptr(), outcome.0.as_mut_ptr());
        Outcome::load(outcome.0.as_ptr())
    }
}

#[link(wasm_import_module = "wasmpay:manager/decisions@0.1.0")]
extern "C" {
    #[link_name = "decide"]
    fn import_decide(arguments: *const u8, outcome: *mut u8);
}
