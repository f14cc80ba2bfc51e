//! The platform's own rule, asked before any bank's: whether a transaction can be one at all.

#[path = "../../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../../support/rust/validation.rs"]
mod validation;

mod currencies;

use validation::{Bank, Transaction, ValidateResponse};

/// Characters of a wrong value that a reason repeats.
const SHOWN: usize = 40;

fn validate(transaction: Transaction) -> ValidateResponse {
    match problem(&transaction) {
        None => ValidateResponse::approve(),
        Some(reason) => ValidateResponse::refuse(reason),
    }
}

fn problem(transaction: &Transaction) -> Option<String> {
    bank_problem("origin", &transaction.origin)
        .or_else(|| bank_problem("destination", &transaction.destination))
        .or_else(|| empty("currency", &transaction.currency))
        .or_else(|| empty("status", &transaction.status))
        .or_else(|| currency_problem("currency", &transaction.currency))
        .or_else(|| match transaction.amount {
            1..=i64::MAX => None,
            amount => Some(format!("Invalid amount: {}", amount)),
        })
        .or_else(|| {
            (transaction.origin.code == transaction.destination.code)
                .then(|| format!("Origin and destination are the same bank: {}", shown(&transaction.origin.code)))
        })
}

fn bank_problem(which: &str, bank: &Bank) -> Option<String> {
    let fields = [
        ("id", &bank.id), ("code", &bank.code), ("country", &bank.country), ("currency", &bank.currency), ("name", &bank.name),
    ];
    fields
        .iter()
        .find_map(|(name, value)| empty(&format!("{}.{}", which, name), value))
        .or_else(|| currency_problem(&format!("{}.currency", which), &bank.currency))
}

fn empty(field: &str, value: &str) -> Option<String> {
    value.trim().is_empty().then(|| format!("Missing field: {}", field))
}

fn currency_problem(field: &str, code: &str) -> Option<String> {
    (!currencies::is_known(code)).then(|| format!("Unknown currency code in {}: {}", field, shown(code)))
}

fn shown(value: &str) -> String {
    value.chars().take(SHOWN).collect()
}

#[export_name = "wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn export_validate(arguments: *mut u8) -> *mut u8 {
    validation::serve(arguments, validate)
}

#[export_name = "cabi_post_wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn post_validate(response: *mut u8) {
    validation::free_response(response)
}
