//! A transaction as JSON, in each version of it.
//!
//! - **Schema 1** (no `schema`, or 1): all fields of the contract are needed, `amount` is a number.
//! - **Schema 2**: has `"schema": 2` and a `reference` of the sender's, which the answer repeats; `reason` may be missing, and
//!   `amount` may be text. Written as text here, since that is exact for every reader.
//!
//! Schema 1 is read as schema 2 with an empty reference.
//!
//! A user of this module also declares `mod fields`, `mod json`, `mod json_object` and `mod validation`.
#![allow(dead_code)]

use crate::fields::Fields;
use crate::json::Json;
use crate::json_object::Object;
use crate::validation::{Bank, Transaction};

/// Characters of a reference.
const MAX_REFERENCE: usize = 100;

pub struct Payload {
    /// The version that it came in.
    pub schema: i64,
    pub reference: String,
    pub transaction: Transaction,
}

/// Reads any version. The error says which field is wrong.
pub fn read(json: &Json) -> Result<Payload, String> {
    let fields = Fields::of(json, String::new())?;
    let schema = if fields.has("schema") { fields.whole_number("schema")? } else { 1 };
    match schema {
        1 => Ok(Payload {
            schema,
            reference: String::new(),
            transaction: transaction(&fields, fields.whole_number("amount"), fields.text("reason"))?,
        }),
        2 => Ok(Payload { schema, reference: reference(&fields)?, transaction: lenient(&fields)? }),
        other => Err(format!("schema: expected 1 or 2, found {}", other)),
    }
}

/// Reads the fields of a transaction as schema 2 has them.
pub fn lenient(fields: &Fields) -> Result<Transaction, String> {
    transaction(fields, fields.whole_number_or_text("amount"), fields.optional_text("reason"))
}

fn reference(fields: &Fields) -> Result<String, String> {
    let reference = fields.text("reference")?;
    match reference.chars().count() {
        0..=MAX_REFERENCE => Ok(reference),
        many => Err(format!("reference: expected at most {} characters, found {}", MAX_REFERENCE, many)),
    }
}

/// Of several wrong fields the first is told, in the order in which they are documented.
fn transaction(fields: &Fields, amount: Result<i64, String>, reason: Result<String, String>) -> Result<Transaction, String> {
    Ok(Transaction {
        origin: bank(&fields.object("origin")?)?,
        destination: bank(&fields.object("destination")?)?,
        amount: amount?,
        currency: fields.text("currency")?,
        status: fields.text("status")?,
        reason: reason?,
    })
}

fn bank(fields: &Fields) -> Result<Bank, String> {
    Ok(Bank {
        id: fields.id("id")?,
        code: fields.text("code")?,
        country: fields.text("country")?,
        currency: fields.text("currency")?,
        name: fields.text("name")?,
    })
}

/// Writes a transaction as schema 2.
pub fn write(transaction: &Transaction, reference: &str) -> String {
    Object::new()
        .number("schema", 2)
        .text("reference", reference)
        .written("origin", &bank_json(&transaction.origin))
        .written("destination", &bank_json(&transaction.destination))
        .text("amount", &transaction.amount.to_string())
        .text("currency", &transaction.currency)
        .text("status", &transaction.status)
        .text("reason", &transaction.reason)
        .end()
}

pub fn bank_json(bank: &Bank) -> String {
    Object::new()
        .text("id", &bank.id)
        .text("code", &bank.code)
        .text("country", &bank.country)
        .text("currency", &bank.currency)
        .text("name", &bank.name)
        .end()
}
