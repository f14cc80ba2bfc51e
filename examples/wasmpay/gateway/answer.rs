//! What is answered: `{"data": …}`, `{"code": "gateway_error", "message": …}`, or a file.

use crate::http::ResponseOutparam;
use crate::json_object::Object;

pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// `value` is JSON already.
pub fn data(value: &str) -> Answer {
    json(200, Object::new().written("data", value).end())
}

pub fn error(status: u16, message: &str) -> Answer {
    json(status, error_object(message).end())
}

/// The beginning of an error, for who has more to say.
pub fn error_object(message: &str) -> Object {
    Object::new().text("code", "gateway_error").text("message", message)
}

pub fn wrong_method(method: &str, allowed: &str) -> Answer {
    let mut answer = error(405, &format!("expected {}, found {}", allowed, method));
    answer.headers.push(("allow", allowed.to_string()));
    answer
}

pub fn json(status: u16, text: String) -> Answer {
    Answer {
        status,
        headers: vec![("content-type", "application/json".to_string()), ("cache-control", "no-store".to_string())],
        body: text.into_bytes(),
    }
}

pub fn text(status: u16, text: &str) -> Answer {
    Answer {
        status,
        headers: vec![("content-type", "text/plain; charset=utf-8".to_string())],
        body: text.as_bytes().to_vec(),
    }
}

impl Answer {
    pub fn send(&self, method: &str, outparam: ResponseOutparam) {
        let length = self.body.len().to_string();
        let mut headers: Vec<(&str, &[u8])> = vec![("x-content-type-options", b"nosniff")];
        headers.extend(self.headers.iter().map(|(name, value)| (*name, value.as_bytes())));
        // A 304 and a 204 have no body, and say nothing of its length.
        if self.status != 304 && self.status != 204 {
            headers.push(("content-length", length.as_bytes()));
        }
        let body = outparam.respond(self.status, &headers);
        // An error here means that the client has left.
        let _ = body.send(if method == "HEAD" { &[] } else { &self.body });
    }
}
