//! `wasmcloud:messaging@0.2.0` as Rust types.
//!
//! A user of this module also declares `mod cabi` and `mod streams`.
#![allow(dead_code)]

use crate::cabi;
use crate::streams::ResultArea;

pub struct BrokerMessage {
    pub subject: String,
    pub body: Vec<u8>,
    pub reply_to: Option<String>,
}

impl BrokerMessage {
    /// Takes ownership of a message passed as the parameter of an export.
    pub unsafe fn from_flat(
        subject: *mut u8, subject_len: usize, body: *mut u8, body_len: usize,
        has_reply_to: u32, reply_to: *mut u8, reply_to_len: usize,
    ) -> BrokerMessage {
        BrokerMessage {
            subject: cabi::take_string(subject, subject_len),
            body: cabi::take_bytes(body, body_len),
            reply_to: if has_reply_to != 0 { Some(cabi::take_string(reply_to, reply_to_len)) } else { None },
        }
    }
}

/// Exports a function that handles messages: it takes a [`BrokerMessage`] and returns a `Result<(), String>`.
#[allow(unused_macros)]
macro_rules! export_handler {
    ($handle:path) => {
        #[export_name = "wasmcloud:messaging/handler@0.2.0#handle-message"]
        pub unsafe extern "C" fn handle_message(
            subject: *mut u8, subject_len: usize, body: *mut u8, body_len: usize,
            has_reply_to: u32, reply_to: *mut u8, reply_to_len: usize,
        ) -> *mut u8 {
            messaging::leak_result($handle(messaging::BrokerMessage::from_flat(
                subject, subject_len, body, body_len, has_reply_to, reply_to, reply_to_len,
            )))
        }

        #[export_name = "cabi_post_wasmcloud:messaging/handler@0.2.0#handle-message"]
        pub unsafe extern "C" fn post_handle_message(result: *mut u8) {
            messaging::free_result(result)
        }
    };
}
#[allow(unused_imports)]
pub(crate) use export_handler;

/// Sends a message on which no answer is expected.
pub fn publish(message: &BrokerMessage) -> Result<(), String> {
    let reply_to = message.reply_to.as_deref().unwrap_or("");
    let mut area = ResultArea::new();
    unsafe {
        consumer_publish(
            message.subject.as_ptr(), message.subject.len(), message.body.as_ptr(), message.body.len(),
            message.reply_to.is_some() as u32, reply_to.as_ptr(), reply_to.len(), area.at(),
        );
    }
    if area.byte(0) == 0 {
        Ok(())
    } else {
        Err(area.string(4))
    }
}

/// Sends a message and waits for the answer to it.
pub fn request(subject: &str, body: &[u8], milliseconds: u32) -> Result<BrokerMessage, String> {
    let mut area = ResultArea::new();
    unsafe {
        consumer_request(subject.as_ptr(), subject.len(), body.as_ptr(), body.len(), milliseconds, area.at());
    }
    if area.byte(0) == 0 {
        Ok(BrokerMessage { subject: area.string(4), body: area.bytes(12), reply_to: area.optional_string(20) })
    } else {
        Err(area.string(4))
    }
}

/// Leaves a `result<_, string>` in memory for the host; [`free_result`] is its post-return.
pub unsafe fn leak_result(result: Result<(), String>) -> *mut u8 {
    let base = cabi::cabi_realloc(std::ptr::null_mut(), 0, 4, RESULT_SIZE);
    base.write_bytes(0, RESULT_SIZE);
    if let Err(reason) = result {
        *base = 1;
        cabi::store_bytes(base, 4, reason.into_bytes());
    }
    base
}

pub unsafe fn free_result(base: *mut u8) {
    if *base != 0 {
        cabi::free_bytes_at(base, 4);
    }
    cabi::free(base, RESULT_SIZE, 4);
}

/// Bytes of a `result<_, string>`: its case and a string.
const RESULT_SIZE: usize = 12;

#[link(wasm_import_module = "wasmcloud:messaging/consumer@0.2.0")]
extern "C" {
    #[link_name = "request"]
    fn consumer_request(
        subject: *const u8, subject_len: usize, body: *const u8, body_len: usize, milliseconds: u32, result: *mut u8,
    );
    #[link_name = "publish"]
    fn consumer_publish(
        subject: *const u8, subject_len: usize, body: *const u8, body_len: usize,
        has_reply_to: u32, reply_to: *const u8, reply_to_len: usize, result: *mut u8,
    );
}
