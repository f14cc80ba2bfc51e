//! Asks the ledger over HTTP.

use crate::answer::{error, Answer};
use crate::environment::variable;
use crate::fields::Fields as JsonFields;
use crate::http::{BodyEnd, Fields};
use crate::http_client::OutgoingRequest;
use crate::json::{self, Json};
use crate::url;

/// Bytes of an answer. A page of transfers takes some ten thousand.
const MAX_ANSWER: usize = 4 << 20;

pub struct Reply {
    pub status: u16,
    pub json: Json,
}

impl Reply {
    /// What was asked for, or the ledger's refusal in the gateway's words.
    pub fn accepted(self) -> Result<Json, Answer> {
        match self.status {
            200..=299 => Ok(self.json),
            400..=499 => Err(error(self.status, &self.reason())),
            status => Err(error(502, &format!("the ledger answered {}: {}", status, self.reason()))),
        }
    }

    fn reason(&self) -> String {
        JsonFields::of(&self.json, String::new())
            .and_then(|fields| fields.text("error"))
            .unwrap_or_else(|_| "it gave no reason".to_string())
    }
}

pub fn get(path: &str) -> Result<Json, Answer> {
    send("GET", path, &[], None)?.accepted()
}

/// Sends a request. Failing to is an answer for the client: it may try again.
pub fn send(method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> Result<Reply, Answer> {
    exchange(method, path, headers, body)
        .map_err(|reason| error(503, &format!("the ledger is not available: {}", reason)))
}

fn exchange(method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> Result<Reply, String> {
    let base = variable("LEDGER_URL");
    let url = url::parse(&base).ok_or("LEDGER_URL holds no URL")?;
    let fields = Fields::new();
    for (name, value) in headers.iter().chain(body.map(|_| &("content-type", "application/json"))) {
        if !fields.append(name, value.as_bytes()) {
            return Err(format!("the host does not take the header {}", name));
        }
    }
    let request = OutgoingRequest::new(fields);
    let target = format!("{}{}", url.path.trim_end_matches('/'), path);
    let taken = request.method(method)
        && request.scheme(&url.scheme)
        && request.authority(&url.authority)
        && request.path_with_query(&target);
    if !taken {
        return Err("the host does not take the request".to_string());
    }
    let outgoing = request.body();
    let pending = request.send()?;
    match body {
        Some(text) => outgoing.send(text.as_bytes()).map_err(|_| "it did not take the request")?,
        None => outgoing.finish(None),
    }
    let response = loop {
        match pending.get() {
            Some(response) => break response?,
            None => pending.subscribe().block(),
        }
    };
    let bytes = response.body().read_all(MAX_ANSWER).map_err(|end| match end {
        BodyEnd::TooLarge => "its answer is too long".to_string(),
        BodyEnd::Broken(reason) => format!("its answer broke off: {}", reason),
    })?;
    let json = if bytes.is_empty() { Json::Null } else { json::parse(&bytes).map_err(|e| format!("its answer: {}", e))? };
    Ok(Reply { status: response.status(), json })
}
