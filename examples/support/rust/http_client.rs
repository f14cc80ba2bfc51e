//! The client's side of `wasi:http` as Rust types.
//!
//! A user of this module also declares `mod cabi`, `mod streams` and `mod http`.
#![allow(dead_code)]

use crate::http::{error_name, Fields, IncomingBody, OutgoingBody, METHODS};
use crate::streams::{Pollable, ResultArea};

pub struct OutgoingRequest(u32);

impl OutgoingRequest {
    pub fn new(headers: Fields) -> Self {
        OutgoingRequest(unsafe { new_outgoing_request(headers.into_raw()) })
    }

    /// These are false when the host refuses the value.
    pub fn method(&self, method: &str) -> bool {
        let case = METHODS.iter().position(|name| *name == method).unwrap_or(METHODS.len());
        unsafe { set_method(self.0, case as u32, method.as_ptr(), method.len()) == 0 }
    }

    pub fn scheme(&self, scheme: &str) -> bool {
        let case = match scheme {
            "http" => 0,
            "https" => 1,
            _ => 2,
        };
        unsafe { set_scheme(self.0, 1, case, scheme.as_ptr(), scheme.len()) == 0 }
    }

    pub fn authority(&self, authority: &str) -> bool {
        unsafe { set_authority(self.0, 1, authority.as_ptr(), authority.len()) == 0 }
    }

    pub fn path_with_query(&self, path: &str) -> bool {
        unsafe { set_path_with_query(self.0, 1, path.as_ptr(), path.len()) == 0 }
    }

    pub fn body(&self) -> OutgoingBody {
        let mut area = ResultArea::new();
        unsafe { outgoing_request_body(self.0, area.at()) };
        assert!(area.byte(0) == 0, "a new request gives its body");
        OutgoingBody::from_raw(area.u32(4))
    }

    /// Starts the request; its body is sent afterwards.
    pub fn send(self) -> Result<PendingResponse, &'static str> {
        let mut area = ResultArea::new();
        unsafe { outgoing_handle(self.0, 0, 0, area.at()) };
        std::mem::forget(self);
        if area.byte(0) == 0 {
            Ok(PendingResponse(area.u32(8)))
        } else {
            Err(error_name(area.byte(8)))
        }
    }
}

impl Drop for OutgoingRequest {
    fn drop(&mut self) {
        unsafe { drop_outgoing_request(self.0) }
    }
}

pub struct PendingResponse(u32);

impl PendingResponse {
    pub fn subscribe(&self) -> Pollable {
        Pollable::from_raw(unsafe { subscribe_response(self.0) })
    }

    /// The response, once it is there; it can be had once.
    pub fn get(&self) -> Option<Result<IncomingResponse, &'static str>> {
        let mut area = ResultArea::new();
        unsafe { get_response(self.0, area.at()) };
        match (area.byte(0), area.byte(8), area.byte(16)) {
            (0, _, _) => None,
            (_, 0, 0) => Some(Ok(IncomingResponse(area.u32(24)))),
            (_, 0, _) => Some(Err(error_name(area.byte(24)))),
            _ => Some(Err("the response was taken already")),
        }
    }
}

impl Drop for PendingResponse {
    fn drop(&mut self) {
        unsafe { drop_future_incoming_response(self.0) }
    }
}

pub struct IncomingResponse(u32);

impl IncomingResponse {
    pub fn status(&self) -> u16 {
        unsafe { response_status(self.0) as u16 }
    }

    pub fn headers(&self) -> Fields {
        Fields::from_raw(unsafe { response_headers(self.0) })
    }

    pub fn body(&self) -> IncomingBody {
        let mut area = ResultArea::new();
        unsafe { consume_response(self.0, area.at()) };
        assert!(area.byte(0) == 0, "a new response gives its body");
        IncomingBody::from_raw(area.u32(4))
    }
}

impl Drop for IncomingResponse {
    fn drop(&mut self) {
        unsafe { drop_incoming_response(self.0) }
    }
}

#[link(wasm_import_module = "wasi:http/outgoing-handler@0.2.3")]
extern "C" {
    #[link_name = "handle"]
    fn outgoing_handle(request: u32, has_options: u32, options: u32, result: *mut u8);
}

#[link(wasm_import_module = "wasi:http/types@0.2.3")]
extern "C" {
    #[link_name = "[constructor]outgoing-request"]
    fn new_outgoing_request(headers: u32) -> u32;
    #[link_name = "[method]outgoing-request.set-method"]
    fn set_method(request: u32, case: u32, other: *const u8, other_len: usize) -> u32;
    #[link_name = "[method]outgoing-request.set-scheme"]
    fn set_scheme(request: u32, some: u32, case: u32, other: *const u8, other_len: usize) -> u32;
    #[link_name = "[method]outgoing-request.set-authority"]
    fn set_authority(request: u32, some: u32, authority: *const u8, len: usize) -> u32;
    #[link_name = "[method]outgoing-request.set-path-with-query"]
    fn set_path_with_query(request: u32, some: u32, path: *const u8, len: usize) -> u32;
    #[link_name = "[method]outgoing-request.body"]
    fn outgoing_request_body(request: u32, result: *mut u8);
    #[link_name = "[resource-drop]outgoing-request"]
    fn drop_outgoing_request(request: u32);

    #[link_name = "[method]future-incoming-response.subscribe"]
    fn subscribe_response(future: u32) -> u32;
    #[link_name = "[method]future-incoming-response.get"]
    fn get_response(future: u32, result: *mut u8);
    #[link_name = "[resource-drop]future-incoming-response"]
    fn drop_future_incoming_response(future: u32);

    #[link_name = "[method]incoming-response.status"]
    fn response_status(response: u32) -> u32;
    #[link_name = "[method]incoming-response.headers"]
    fn response_headers(response: u32) -> u32;
    #[link_name = "[method]incoming-response.consume"]
    fn consume_response(response: u32, result: *mut u8);
    #[link_name = "[resource-drop]incoming-response"]
    fn drop_incoming_response(response: u32);
}
