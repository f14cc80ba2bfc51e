//! The platform team's component: gives a bank's validator an HTTP endpoint and a message handler.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../support/rust/environment.rs"]
mod environment;
#[path = "../support/fields.rs"]
mod fields;
#[path = "../../support/rust/http.rs"]
mod http;
#[path = "../../support/rust/json.rs"]
mod json;
#[path = "../../support/rust/json_object.rs"]
mod json_object;
#[path = "../../support/rust/messaging.rs"]
mod messaging;
#[path = "../support/payload.rs"]
mod payload;
#[path = "../../support/rust/streams.rs"]
mod streams;
#[path = "../../support/rust/validation.rs"]
mod validation;

mod answer;
mod endpoint;
mod subscriber;
mod surroundings;
mod validator;

use http::{IncomingRequest, ResponseOutparam};
use messaging::BrokerMessage;

#[export_name = "wasi:http/incoming-handler@0.2.3#handle"]
pub extern "C" fn handle(request: u32, outparam: u32) {
    endpoint::handle(IncomingRequest::from_raw(request), ResponseOutparam::from_raw(outparam));
}

#[export_name = "wasmcloud:messaging/handler@0.2.0#handle-message"]
pub unsafe extern "C" fn handle_message(
    subject: *mut u8, subject_len: usize, body: *mut u8, body_len: usize,
    has_reply_to: u32, reply_to: *mut u8, reply_to_len: usize,
) -> *mut u8 {
    let message =
        BrokerMessage::from_flat(subject, subject_len, body, body_len, has_reply_to, reply_to, reply_to_len);
    messaging::leak_result(subscriber::handle(message))
}

#[export_name = "cabi_post_wasmcloud:messaging/handler@0.2.0#handle-message"]
pub unsafe extern "C" fn post_handle_message(result: *mut u8) {
    messaging::free_result(result)
}

#[export_name = "wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn export_validate(arguments: *mut u8) -> *mut u8 {
    validator::pass_on(arguments)
}

#[export_name = "cabi_post_wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn post_validate(response: *mut u8) {
    validation::free_response(response)
}
