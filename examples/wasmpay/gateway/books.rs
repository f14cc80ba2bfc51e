//! What the ledger knows, in the gateway's form.

use crate::answer::{data, error, Answer};
use crate::json::Json;
use crate::ledger;
use crate::query::{encode, parameter};
use crate::request::Request;

pub fn transactions(request: &Request) -> Answer {
    let path = match parameter(&request.query, "before") {
        Some(number) => format!("/transfers?before={}", encode(&number)),
        None => "/transfers".to_string(),
    };
    listed(ledger::get(&path), "transfers", |_| true)
}

pub fn accounts() -> Answer {
    listed(ledger::get("/accounts"), "accounts", |_| true)
}

pub fn banks(request: &Request) -> Answer {
    let wanted = parameter(&request.query, "code");
    listed(ledger::get("/banks"), "banks", |bank| match &wanted {
        Some(code) => field(bank, "code") == Some(&Json::Text(code.clone())),
        None => true,
    })
}

pub fn add_bank(request: &Request) -> Answer {
    let sent = request.body().and_then(|body| {
        let body = String::from_utf8(body).map_err(|_| error(400, "expected JSON, found bytes that are not UTF-8"))?;
        ledger::send("POST", "/banks", &[], Some(&body))?.accepted()
    });
    listed(sent, "banks", |_| true)
}

pub fn remove_bank(request: &Request) -> Answer {
    let code = match parameter(&request.query, "code") {
        Some(code) => code,
        None => return error(400, "expected ?code= and a bank's code"),
    };
    match ledger::send("DELETE", &format!("/banks/{}", encode(&code)), &[], None).and_then(|reply| reply.accepted()) {
        Ok(_) => data("null"),
        Err(answer) => answer,
    }
}

/// The elements of the ledger's list `name` that are wanted.
fn listed(answered: Result<Json, Answer>, name: &str, wanted: impl Fn(&Json) -> bool) -> Answer {
    let json = match answered {
        Ok(json) => json,
        Err(answer) => return answer,
    };
    match field(&json, name) {
        Some(Json::Array(elements)) => {
            let texts: Vec<String> = elements.iter().filter(|element| wanted(element)).map(text).collect();
            data(&format!("[{}]", texts.join(",")))
        }
        _ => error(502, &format!("the ledger's answer has no {}", name)),
    }
}

fn text(json: &Json) -> String {
    let mut out = String::new();
    json.write(&mut out);
    out
}

fn field<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    match json {
        Json::Object(entries) => entries.get(name),
        _ => None,
    }
}
