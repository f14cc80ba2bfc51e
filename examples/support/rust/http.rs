//! The server's side of `wasi:http/types` as Rust types.
//!
//! A user of this module also declares `mod cabi` and `mod streams`.
#![allow(dead_code)]

use crate::cabi;
use crate::streams::{InputStream, OutputStream, Pollable, ResultArea, StreamEnd};

/// The cases of `method` in the order of their numbers; 9 is `other`.
pub const METHODS: [&str; 9] = ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];

/// A name and a value, which need not be text.
pub type Field = (String, Vec<u8>);

/// Headers or trailers.
pub struct Fields(u32);

impl Fields {
    pub fn new() -> Self {
        Fields(unsafe { new_fields() })
    }

    pub fn from_raw(raw: u32) -> Self {
        Fields(raw)
    }

    pub fn into_raw(self) -> u32 {
        let raw = self.0;
        std::mem::forget(self);
        raw
    }

    /// Adds a field; false when the host refuses it.
    pub fn append(&self, name: &str, value: &[u8]) -> bool {
        let mut area = ResultArea::new();
        unsafe { append_field(self.0, name.as_ptr(), name.len(), value.as_ptr(), value.len(), area.at()) };
        area.byte(0) == 0
    }

    pub fn entries(&self) -> Vec<Field> {
        let mut area = ResultArea::new();
        unsafe {
            fields_entries(self.0, area.at());
            let (list, count) = (area.u32(0) as usize as *mut u8, area.u32(4) as usize);
            let entries = (0..count)
                .map(|i| {
                    let entry = list.add(16 * i);
                    let value = cabi::take_bytes(cabi::load_pointer(entry, 8), cabi::load_u32(entry, 12) as usize);
                    (cabi::load_string(entry, 0), value)
                })
                .collect();
            cabi::free(list, 16 * count, 4);
            entries
        }
    }
}

impl Drop for Fields {
    fn drop(&mut self) {
        unsafe { drop_fields(self.0) }
    }
}

pub struct IncomingRequest(u32);

impl IncomingRequest {
    /// Owns the handle `raw`.
    pub fn from_raw(raw: u32) -> Self {
        IncomingRequest(raw)
    }

    pub fn method(&self) -> String {
        let mut area = ResultArea::new();
        unsafe { request_method(self.0, area.at()) };
        match METHODS.get(area.byte(0) as usize) {
            Some(name) => name.to_string(),
            None => area.string(4),
        }
    }

    pub fn path_with_query(&self) -> Option<String> {
        let mut area = ResultArea::new();
        unsafe { request_path_with_query(self.0, area.at()) };
        area.optional_string(0)
    }

    pub fn authority(&self) -> Option<String> {
        let mut area = ResultArea::new();
        unsafe { request_authority(self.0, area.at()) };
        area.optional_string(0)
    }

    pub fn scheme(&self) -> Option<String> {
        let mut area = ResultArea::new();
        unsafe { request_scheme(self.0, area.at()) };
        match (area.byte(0), area.byte(4)) {
            (0, _) => None,
            (_, 0) => Some("http".to_string()),
            (_, 1) => Some("https".to_string()),
            _ => Some(area.string(8)),
        }
    }

    pub fn headers(&self) -> Fields {
        Fields(unsafe { request_headers(self.0) })
    }

    pub fn body(&self) -> Option<IncomingBody> {
        let mut area = ResultArea::new();
        unsafe { consume_request(self.0, area.at()) };
        if area.byte(0) == 0 {
            Some(IncomingBody(area.u32(4)))
        } else {
            None
        }
    }
}

impl Drop for IncomingRequest {
    fn drop(&mut self) {
        unsafe { drop_incoming_request(self.0) }
    }
}

pub struct IncomingBody(u32);

/// Bytes asked for in one read of a whole body.
const ONE_READ: u64 = 16 << 10;

/// Why a body cannot be had whole.
pub enum BodyEnd {
    TooLarge,
    Broken(String),
}

impl IncomingBody {
    pub fn from_raw(raw: u32) -> Self {
        IncomingBody(raw)
    }

    pub fn stream(&self) -> Option<InputStream> {
        let mut area = ResultArea::new();
        unsafe { incoming_body_stream(self.0, area.at()) };
        if area.byte(0) == 0 {
            Some(InputStream::from_raw(area.u32(4)))
        } else {
            None
        }
    }

    /// Reads all there is, which may be `most` bytes.
    pub fn read_all(&self, most: usize) -> Result<Vec<u8>, BodyEnd> {
        let stream = self.stream().expect("a new body gives its stream");
        let mut bytes = Vec::new();
        while let Some(piece) = stream.read(ONE_READ).map_err(BodyEnd::Broken)? {
            bytes.extend_from_slice(&piece);
            if bytes.len() > most {
                return Err(BodyEnd::TooLarge);
            }
        }
        Ok(bytes)
    }

    /// Waits for the trailers. The stream must have been dropped.
    pub fn trailers(self) -> Result<Option<Fields>, &'static str> {
        let future = unsafe { finish_incoming_body(self.0) };
        std::mem::forget(self);
        let mut area = ResultArea::new();
        unsafe {
            Pollable::from_raw(subscribe_trailers(future)).block();
            get_trailers(future, area.at());
            drop_future_trailers(future);
        }
        match (area.byte(0), area.byte(8), area.byte(16), area.byte(24)) {
            (1, 0, 0, 0) => Ok(None),
            (1, 0, 0, _) => Ok(Some(Fields(area.u32(28)))),
            (1, 0, _, code) => Err(error_name(code)),
            _ => Err("no trailers where they were announced as ready"),
        }
    }
}

impl Drop for IncomingBody {
    fn drop(&mut self) {
        unsafe { drop_incoming_body(self.0) }
    }
}

pub struct ResponseOutparam(u32);

impl ResponseOutparam {
    pub fn from_raw(raw: u32) -> Self {
        ResponseOutparam(raw)
    }

    /// Sends the status and headers; the body follows through what is returned.
    /// A header the host refuses is left out.
    pub fn respond(self, status: u16, headers: &[(&str, &[u8])]) -> OutgoingBody {
        let fields = Fields::new();
        for (name, value) in headers {
            fields.append(name, value);
        }
        self.respond_with(status, fields)
    }

    pub fn respond_with(self, status: u16, headers: Fields) -> OutgoingBody {
        let mut area = ResultArea::new();
        unsafe {
            let response = new_outgoing_response(headers.into_raw());
            assert!(set_status_code(response, status as u32) == 0, "the host takes the status");
            outgoing_response_body(response, area.at());
            assert!(area.byte(0) == 0, "a new response gives its body");
            set_response(self.0, 0, response, 0, 0, 0, 0, 0, 0);
        }
        OutgoingBody(area.u32(4))
    }
}

pub struct OutgoingBody(u32);

impl OutgoingBody {
    pub fn from_raw(raw: u32) -> Self {
        OutgoingBody(raw)
    }

    pub fn stream(&self) -> OutputStream {
        let mut area = ResultArea::new();
        unsafe { write_outgoing_body(self.0, area.at()) };
        assert!(area.byte(0) == 0, "a body gives its stream once");
        OutputStream::from_raw(area.u32(4))
    }

    /// Ends the body. The stream must have been dropped.
    pub fn finish(self, trailers: Option<Fields>) {
        let mut area = ResultArea::new();
        let (some, raw) = trailers.map_or((0, 0), |fields| (1, fields.into_raw()));
        unsafe { finish_outgoing_body(self.0, some, raw, area.at()) };
        std::mem::forget(self);
    }

    /// Writes `bytes` as the whole body.
    pub fn send(self, bytes: &[u8]) -> Result<(), StreamEnd> {
        let stream = self.stream();
        stream.write(bytes)?;
        drop(stream);
        self.finish(None);
        Ok(())
    }
}

impl Drop for OutgoingBody {
    fn drop(&mut self) {
        unsafe { drop_outgoing_body(self.0) }
    }
}

/// The name of a case of `error-code`.
pub fn error_name(case: u8) -> &'static str {
    const NAMES: [&str; 39] = [
        "DNS-timeout", "DNS-error", "destination-not-found", "destination-unavailable",
        "destination-IP-prohibited", "destination-IP-unroutable", "connection-refused", "connection-terminated",
        "connection-timeout", "connection-read-timeout", "connection-write-timeout", "connection-limit-reached",
        "TLS-protocol-error", "TLS-certificate-error", "TLS-alert-received", "HTTP-request-denied",
        "HTTP-request-length-required", "HTTP-request-body-size", "HTTP-request-method-invalid",
        "HTTP-request-URI-invalid", "HTTP-request-URI-too-long", "HTTP-request-header-section-size",
        "HTTP-request-header-size", "HTTP-request-trailer-section-size", "HTTP-request-trailer-size",
        "HTTP-response-incomplete", "HTTP-response-header-section-size", "HTTP-response-header-size",
        "HTTP-response-body-size", "HTTP-response-trailer-section-size", "HTTP-response-trailer-size",
        "HTTP-response-transfer-coding", "HTTP-response-content-coding", "HTTP-response-timeout",
        "HTTP-upgrade-failed", "HTTP-protocol-error", "loop-detected", "configuration-error", "internal-error",
    ];
    NAMES.get(case as usize).copied().unwrap_or("an unknown error")
}

#[link(wasm_import_module = "wasi:http/types@0.2.3")]
extern "C" {
    #[link_name = "[constructor]fields"]
    fn new_fields() -> u32;
    #[link_name = "[method]fields.append"]
    fn append_field(fields: u32, name: *const u8, name_len: usize, value: *const u8, len: usize, result: *mut u8);
    #[link_name = "[method]fields.entries"]
    fn fields_entries(fields: u32, result: *mut u8);
    #[link_name = "[resource-drop]fields"]
    fn drop_fields(fields: u32);

    #[link_name = "[method]incoming-request.method"]
    fn request_method(request: u32, result: *mut u8);
    #[link_name = "[method]incoming-request.path-with-query"]
    fn request_path_with_query(request: u32, result: *mut u8);
    #[link_name = "[method]incoming-request.authority"]
    fn request_authority(request: u32, result: *mut u8);
    #[link_name = "[method]incoming-request.scheme"]
    fn request_scheme(request: u32, result: *mut u8);
    #[link_name = "[method]incoming-request.headers"]
    fn request_headers(request: u32) -> u32;
    #[link_name = "[method]incoming-request.consume"]
    fn consume_request(request: u32, result: *mut u8);
    #[link_name = "[resource-drop]incoming-request"]
    fn drop_incoming_request(request: u32);

    #[link_name = "[method]incoming-body.stream"]
    fn incoming_body_stream(body: u32, result: *mut u8);
    #[link_name = "[static]incoming-body.finish"]
    fn finish_incoming_body(body: u32) -> u32;
    #[link_name = "[resource-drop]incoming-body"]
    fn drop_incoming_body(body: u32);

    #[link_name = "[method]future-trailers.subscribe"]
    fn subscribe_trailers(future: u32) -> u32;
    #[link_name = "[method]future-trailers.get"]
    fn get_trailers(future: u32, result: *mut u8);
    #[link_name = "[resource-drop]future-trailers"]
    fn drop_future_trailers(future: u32);

    #[link_name = "[constructor]outgoing-response"]
    fn new_outgoing_response(headers: u32) -> u32;
    #[link_name = "[method]outgoing-response.set-status-code"]
    fn set_status_code(response: u32, status: u32) -> u32;
    #[link_name = "[method]outgoing-response.body"]
    fn outgoing_response_body(response: u32, result: *mut u8);
    /// The response, or from the second argument on the cases of `error-code` laid over each other.
    #[link_name = "[static]response-outparam.set"]
    fn set_response(outparam: u32, is_err: u32, value: u32, a: u32, b: u64, c: u32, d: u32, e: u32, f: u32);

    #[link_name = "[method]outgoing-body.write"]
    fn write_outgoing_body(body: u32, result: *mut u8);
    #[link_name = "[static]outgoing-body.finish"]
    fn finish_outgoing_body(body: u32, has_trailers: u32, trailers: u32, result: *mut u8);
    #[link_name = "[resource-drop]outgoing-body"]
    fn drop_outgoing_body(body: u32);
}
