//! What answers which path.

use crate::answer::{text, wrong_method, Answer};
use crate::request::Request;
use crate::{books, page, transactions};

pub fn answer(request: &Request) -> Answer {
    let path = request.path.trim_end_matches('/');
    let method = &*request.method;
    match (path, method) {
        ("/healthz", "GET" | "HEAD") => text(200, "OK"),
        ("/api/v1/transactions", "POST") => transactions::enter(request),
        ("/api/v1/transactions", "GET") => books::transactions(request),
        ("/api/v1/banks", "GET") => books::banks(request),
        ("/api/v1/banks", "POST") => books::add_bank(request),
        ("/api/v1/banks", "DELETE") => books::remove_bank(request),
        ("/api/v1/accounts", "GET") => books::accounts(),
        ("/api/v1/transactions", _) => wrong_method(method, "GET, POST"),
        ("/api/v1/banks", _) => wrong_method(method, "DELETE, GET, POST"),
        ("/healthz" | "/api/v1/accounts", _) => wrong_method(method, "GET"),
        _ => page::file(request),
    }
}
