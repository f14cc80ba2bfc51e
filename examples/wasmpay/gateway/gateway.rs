//! The platform's API and its web page over HTTP.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../support/decisions.rs"]
mod decisions;
#[path = "../../support/rust/environment.rs"]
mod environment;
#[path = "../support/fields.rs"]
mod fields;
#[path = "../../support/rust/http.rs"]
mod http;
#[path = "../../support/rust/http_client.rs"]
mod http_client;
#[path = "../../support/rust/json.rs"]
mod json;
#[path = "../../support/rust/json_object.rs"]
mod json_object;
#[path = "../support/payload.rs"]
mod payload;
#[path = "../../support/rust/streams.rs"]
mod streams;
#[path = "../../support/rust/url.rs"]
mod url;
#[path = "../../support/rust/validation.rs"]
mod validation;

mod answer;
mod books;
mod ledger;
mod manager;
mod page;
mod query;
mod request;
mod routes;
mod transactions;

use http::{IncomingRequest, ResponseOutparam};

#[export_name = "wasi:http/incoming-handler@0.2.3#handle"]
pub extern "C" fn handle(request: u32, outparam: u32) {
    let request = request::Request::new(IncomingRequest::from_raw(request));
    let answer = routes::answer(&request);
    answer.send(&request.method, ResponseOutparam::from_raw(outparam));
}
