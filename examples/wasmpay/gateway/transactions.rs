//! A transaction from a client: judged, entered in the books, answered.

use crate::answer::{self, error, error_object, Answer};
use crate::decisions::{Outcome, Step};
use crate::fields::Fields;
use crate::json::{self, Json};
use crate::json_object::Object;
use crate::payload;
use crate::query::encode;
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
    let key = request.header("idempotency-key");
    // What was entered before is not judged again: a validator may say otherwise by now, or be away.
    if let Some(known) = key.as_deref().map(|key| known(key, &transaction)).transpose()?.flatten() {
        return Ok(known);
    }
    let outcome = manager::decide(&transaction);
    if !outcome.approved && !request.has_header("x-wasmpay-persist-denied") {
        return Ok(denied(&outcome.reason, None, &steps(&outcome.steps)));
    }
    let key = key.unwrap_or_else(random_key);
    let entered = ledger::send("POST", "/transfers", &[("idempotency-key", &key)], Some(&order(&transaction, &outcome)))
        .and_then(|reply| reply.accepted());
    match entered {
        Ok(transfer) => answer(&transaction, &transfer).map_err(not_understood),
        // What was refused stays refused, whether the ledger keeps it or not.
        Err(_) if !outcome.approved => Ok(denied(&outcome.reason, None, &steps(&outcome.steps))),
        Err(answer) => Err(answer),
    }
}

fn not_understood(problem: String) -> Answer {
    error(502, &format!("the ledger's answer: {}", problem))
}

/// The answer to this very transaction if it is in the books with this key. Of another one with the key the ledger tells.
fn known(key: &str, transaction: &Transaction) -> Result<Option<Answer>, Answer> {
    let json = ledger::get(&format!("/transfers?key={}", encode(key)))?;
    let found = match &json {
        Json::Object(entries) => entries.get("transfers"),
        _ => None,
    };
    match found {
        Some(Json::Array(transfers)) => match transfers.first() {
            Some(transfer) if is_same(transaction, transfer).map_err(not_understood)? => {
                answer(transaction, transfer).map(Some).map_err(not_understood)
            }
            _ => Ok(None),
        },
        _ => Err(not_understood("transfers: missing".to_string())),
    }
}

fn is_same(transaction: &Transaction, transfer: &Json) -> Result<bool, String> {
    let fields = Fields::of(transfer, String::new())?;
    Ok(fields.text("origin")? == transaction.origin.code
        && fields.text("destination")? == transaction.destination.code
        && fields.whole_number_or_text("amount")? == transaction.amount
        && fields.text("currency")? == transaction.currency)
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
        .written("decisions", &steps(&outcome.steps))
        .end()
}

/// Says what the ledger says: it may know the key, and it denies what nobody has the money for.
fn answer(transaction: &Transaction, transfer: &Json) -> Result<Answer, String> {
    let fields = Fields::of(transfer, String::new())?;
    let (id, status, reason) = (fields.text("id")?, fields.text("status")?, fields.text("reason")?);
    let mut decisions = String::new();
    fields.get("decisions")?.write(&mut decisions);
    if status != "approved" {
        return Ok(denied(&reason, Some(&id), &decisions));
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
        .written("decisions", &decisions)
        .end();
    Ok(answer::data(&data))
}

/// Status 200: the transaction was dealt with, and the answer is no. `decisions` is JSON.
fn denied(reason: &str, id: Option<&str>, decisions: &str) -> Answer {
    let object = error_object(&format!("Transaction failed validation: {}", reason))
        .text("status", "denied")
        .text("reason", reason)
        .text_or_null("id", id)
        .written("decisions", decisions);
    answer::json(200, object.end())
}

/// An array of who was asked, as JSON.
fn steps(asked: &[Step]) -> String {
    let steps: Vec<String> = asked
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
        .collect();
    format!("[{}]", steps.join(","))
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
