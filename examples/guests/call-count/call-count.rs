//! Counts the calls that its instance has had, so that a test can see which were made in the same one. A request is
//! answered with the number; a message as well, unless its body is one of these: `error`, `trap`, `loop`, or `late`, which
//! answers the message before once more.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../support/rust/http.rs"]
mod http;
#[path = "../../support/rust/messaging.rs"]
mod messaging;
#[path = "../../support/rust/streams.rs"]
mod streams;

use http::{IncomingRequest, ResponseOutparam};
use messaging::BrokerMessage;

static mut CALLS: u32 = 0;
static mut BEFORE: Option<String> = None;

fn counted() -> u32 {
    unsafe {
        CALLS += 1;
        CALLS
    }
}

#[export_name = "wasi:http/incoming-handler@0.2.3#handle"]
pub extern "C" fn handle_request(request: u32, outparam: u32) {
    drop(IncomingRequest::from_raw(request));
    let outparam = ResponseOutparam::from_raw(outparam);
    let _ = outparam.respond(200, &[("content-type", b"text/plain")]).send(counted().to_string().as_bytes());
}

messaging::export_handler!(handle);

fn handle(message: BrokerMessage) -> Result<(), String> {
    let calls = counted();
    let before = unsafe { std::mem::replace(&mut BEFORE, message.reply_to.clone()) };
    match message.body.as_slice() {
        b"error" => return Err(format!("call {}", calls)),
        b"trap" => core::arch::wasm32::unreachable(),
        b"loop" => {
            let mut turns = 0u32;
            loop {
                // Written where the compiler cannot see that nobody reads it.
                unsafe { std::ptr::write_volatile(&mut turns, turns.wrapping_add(1)) };
            }
        }
        b"late" => publish(&before.unwrap_or_default(), "late")?,
        _ => {}
    }
    match message.reply_to {
        Some(to) => publish(&to, &calls.to_string()),
        None => Ok(()),
    }
}

fn publish(subject: &str, body: &str) -> Result<(), String> {
    messaging::publish(&BrokerMessage { subject: subject.to_string(), body: body.into(), reply_to: None })
}
