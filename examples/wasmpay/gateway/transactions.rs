//! A transaction from a client: judged, entered in the books, answered.

use crate::answer::{self, error, error_object, Answer};
use crate::decisions::{Outcome, Step};
use crate::fields::Fields;
use crate::json::{self, Json};
use crate::json_object::Object;
use crate::payload;
use crate::request::Request;
use crate::validation::Transaction;
use crate::{ledger, manager};

/// Whatever a client says: a transaction is this until it was judged.
const PENDING: &str = "pending";

pub fn enter(request: &Request) -> Answer {
    judged(request).unwrap_or_else(|answer| answer)
}

fn judged(request: &Request) -> Result<Answer, Answer> {
    let transaction = read(&request.body()?).map_err(|reason| error(400, &reason))?;
    let outcome = manager::decide(&transaction);
    if !outcome.approved && !request.has_header("x-wasmpay-persist-denied") {
        return Ok(denied(&outcome.reason, &outcome.steps, None));
    }
    let key = match request.header("idempotency-key") {
        Some(key) => key,
        None => random_key(),
    };
    let entered = ledger::send("POST", "/transfers", &[("idempotency-key", &key)], Some(&order(&transaction, &outcome)))
        .and_then(|reply| reply.accepted());
    match entered {
        Ok(transfer) => answer(&transaction, &outcome, &transfer).map_err(|problem| error(502, &format!("the ledger's answer: {}", problem))),
        // What was refused stays refused, whether the ledger keeps it or not.
        Err(_) if !outcome.approved => Ok(denied(&outcome.reason, &outcome.steps, None)),
        Err(answer) => Err(answer),
    }
}

fn read(body: &[u8]) -> Result<Transaction, String> {
    let json = json::parse(body)?;
    let mut transaction = payload::lenient(&Fields::of(&json, String::new())?)?;
    transaction.status = PENDING.to_string();
    Ok(transaction)
}

fn order(transaction: &Transaction, outcome: &Outcome) -> String {
    Object::new()
        .text("origin", &transaction.origin.code)
        .text("destination", &transaction.destination.code)
        .text("amount", &transaction.amount.to_string())
        .text("currency", &transaction.currency)
        .text("status", if outcome.approved { "approved" } else { "denied" })
        .text("reason", if outcome.approved { &transaction.reason } else { &outcome.reason })
        .array("decisions", &steps(&outcome.steps))
        .end()
}

/// Says what the ledger says: it may know the key, and it denies what nobody has the money for.
fn answer(transaction: &Transaction, outcome: &Outcome, transfer: &Json) -> Result<Answer, String> {
    let fields = Fields::of(transfer, String::new())?;
    let (id, status, reason) = (fields.text("id")?, fields.text("status")?, fields.text("reason")?);
    if status != "approved" {
        return Ok(denied(&reason, &outcome.steps, Some(&id)));
    }
    let data = Object::new()
        .text("id", &id)
        .text("number", &fields.text("number")?)
        .written("origin", &payload::bank_json(&transaction.origin))
        .written("destination", &payload::bank_json(&transaction.destination))
        .text("amount", &transaction.amount.to_string())
        .text("currency", &transaction.currency)
        .text("status", &status)
        .text("reason", &reason)
        .text("created", &fields.text("created")?)
        .json("decisions", fields.get("decisions")?)
        .end();
    Ok(answer::data(&data))
}

/// Status 200: the transaction was dealt with, and the answer is no.
fn denied(reason: &str, asked: &[Step], id: Option<&str>) -> Answer {
    let object = error_object(&format!("Transaction failed validation: {}", reason))
        .text("status", "denied")
        .text("reason", reason)
        .text_or_null("id", id)
        .array("decisions", &steps(asked));
    answer::json(200, object.end())
}

fn steps(asked: &[Step]) -> Vec<String> {
    asked
        .iter()
        .map(|step| {
            Object::new()
                .text("validator", &step.validator)
                .text("language", &step.language)
                .number("size", step.size)
                .text("harness", &step.harness)
                .flag("approved", step.approved)
                .text("reason", &step.reason)
                .end()
        })
        .collect()
}

fn random_key() -> String {
    let (high, low) = unsafe { (get_random_u64(), get_random_u64()) };
    format!("{:016x}{:016x}", high, low)
}

#[link(wasm_import_module = "wasi:random/random@0.2.3")]
extern "C" {
    #[link_name = "get-random-u64"]
    fn get_random_u64() -> u64;
}
