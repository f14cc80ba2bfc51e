//! HTTP in front of a validator: GET /validate?amount=1250&currency=USD&from=US&to=GB

mod answer;
#[path = "../glue/@snake@_glue.rs"]
mod glue;

use glue::types::{IncomingRequest, ResponseOutparam};
use glue::validation::{validate, Bank, Transaction};

struct Component;

impl glue::incoming_handler::Guest for Component {
    fn handle(request: IncomingRequest, response_out: ResponseOutparam) {
        let (path, query) = answer::target(&request);
        let (status, json) = if path == "/validate" {
            judge(&query)
        } else {
            (404, error("nothing here; there is /validate?amount=1250&currency=USD&from=US&to=GB"))
        };
        answer::send(response_out, status, "application/json", &json);
    }
}

fn judge(query: &str) -> (u16, String) {
    let amount = match parameter(query, "amount").parse() {
        Ok(amount) => amount,
        Err(_) => return (400, error("amount: expected a whole number of 64 bits")),
    };
    let bank = |id: &str, name: &str, country: &str| Bank {
        id: id.to_string(),
        code: name.to_uppercase(),
        country: parameter(query, country),
        currency: parameter(query, "currency"),
        name: name.to_string(),
    };
    let response = validate(&Transaction {
        origin: bank("1", "Origin", "from"),
        destination: bank("2", "Destination", "to"),
        amount,
        currency: parameter(query, "currency"),
        status: "pending".to_string(),
        reason: parameter(query, "reason"),
    });
    let reason = response.reason.map_or("null".to_string(), |reason| quoted(&reason));
    (200, format!(r#"{{"approved":{},"reason":{}}}"#, response.approved, reason))
}

fn error(what: &str) -> String {
    format!(r#"{{"error":{}}}"#, quoted(what))
}

/// A value of the query, decoded: empty if it is not there.
fn parameter(query: &str, name: &str) -> String {
    let value = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    decoded(value.unwrap_or(""))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(digit(*high) * 16 + digit(*low));
                rest = &after[2..];
            }
            (other, _) => bytes.push(*other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(c: u8) -> u8 {
    (c as char).to_digit(16).unwrap_or(0) as u8
}

fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_string();
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c < ' ' => quoted += &format!("\\u{:04x}", c as u32),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
