//! `wasi:io` as Rust types: streams that are read and written in pieces, and pollables.
//!
//! A user of this module also declares `mod cabi`.
#![allow(dead_code)]

use crate::cabi;

/// Memory for the result of an import that returns more than one value.
#[repr(C, align(8))]
pub struct ResultArea([u8; 64]);

impl ResultArea {
    pub fn new() -> Self {
        ResultArea([0; 64])
    }

    pub fn at(&mut self) -> *mut u8 {
        self.0.as_mut_ptr()
    }

    pub fn byte(&self, offset: usize) -> u8 {
        self.0[offset]
    }

    pub fn u32(&self, offset: usize) -> u32 {
        unsafe { cabi::load_u32(self.0.as_ptr(), offset) }
    }

    pub fn u64(&self, offset: usize) -> u64 {
        unsafe { (self.0.as_ptr().add(offset) as *const u64).read() }
    }

    /// Takes ownership of the string or `list<u8>` at `offset`.
    pub fn bytes(&self, offset: usize) -> Vec<u8> {
        unsafe { cabi::take_bytes(self.u32(offset) as usize as *mut u8, self.u32(offset + 4) as usize) }
    }

    pub fn string(&self, offset: usize) -> String {
        unsafe { String::from_utf8_unchecked(self.bytes(offset)) }
    }

    /// The `option<string>` at `offset`.
    pub fn optional_string(&self, offset: usize) -> Option<String> {
        if self.byte(offset) == 0 {
            None
        } else {
            Some(self.string(offset + 4))
        }
    }
}

/// Why a stream gives or takes no more.
#[derive(Debug)]
pub enum StreamEnd {
    Closed,
    Failed(String),
}

impl StreamEnd {
    /// Reads the `stream-error` at `offset`.
    fn load(area: &ResultArea, offset: usize) -> StreamEnd {
        if area.byte(offset) != 0 {
            return StreamEnd::Closed;
        }
        let error = area.u32(offset + 4);
        let mut text = ResultArea::new();
        unsafe {
            error_to_debug_string(error, text.at());
            drop_error(error);
        }
        StreamEnd::Failed(text.string(0))
    }
}

pub struct Pollable(u32);

impl Pollable {
    /// Owns the handle `raw`.
    pub fn from_raw(raw: u32) -> Self {
        Pollable(raw)
    }

    pub fn block(&self) {
        unsafe { pollable_block(self.0) }
    }

    /// Waits until at least one of several is ready.
    pub fn block_any(several: &[Pollable]) {
        let handles: Vec<u32> = several.iter().map(|pollable| pollable.0).collect();
        let mut area = ResultArea::new();
        unsafe {
            poll(handles.as_ptr(), handles.len(), area.at());
            cabi::free(area.u32(0) as usize as *mut u8, 4 * area.u32(4) as usize, 4);
        }
    }
}

impl Drop for Pollable {
    fn drop(&mut self) {
        unsafe { drop_pollable(self.0) }
    }
}

pub struct InputStream(u32);

impl InputStream {
    pub fn from_raw(raw: u32) -> Self {
        InputStream(raw)
    }

    /// Waits for some bytes, at most `max`; `None` at the end.
    pub fn read(&self, max: u64) -> Result<Option<Vec<u8>>, String> {
        self.read_with(blocking_read, max)
    }

    /// What is there already, which may be nothing; `None` at the end.
    pub fn read_now(&self, max: u64) -> Result<Option<Vec<u8>>, String> {
        self.read_with(read, max)
    }

    pub fn subscribe(&self) -> Pollable {
        Pollable(unsafe { input_subscribe(self.0) })
    }

    fn read_with(&self, read: unsafe extern "C" fn(u32, u64, *mut u8), max: u64) -> Result<Option<Vec<u8>>, String> {
        let mut area = ResultArea::new();
        unsafe { read(self.0, max, area.at()) };
        if area.byte(0) == 0 {
            return Ok(Some(area.bytes(4)));
        }
        match StreamEnd::load(&area, 4) {
            StreamEnd::Closed => Ok(None),
            StreamEnd::Failed(reason) => Err(reason),
        }
    }
}

impl Drop for InputStream {
    fn drop(&mut self) {
        unsafe { drop_input_stream(self.0) }
    }
}

pub struct OutputStream(u32);

/// Bytes `blocking-write-and-flush` takes in one call at most.
const ONE_WRITE: usize = 4096;

impl OutputStream {
    pub fn from_raw(raw: u32) -> Self {
        OutputStream(raw)
    }

    /// Writes all of `bytes`, waiting as often as the other side makes it wait.
    pub fn write(&self, bytes: &[u8]) -> Result<(), StreamEnd> {
        let mut rest = bytes;
        while rest.len() > ONE_WRITE {
            let permitted = self.permit()?.min(rest.len() as u64) as usize;
            if permitted == 0 {
                self.subscribe().block();
                continue;
            }
            let (now, later) = rest.split_at(permitted);
            self.write_permitted(now)?;
            rest = later;
        }
        if rest.is_empty() {
            return Ok(());
        }
        let mut area = ResultArea::new();
        unsafe { blocking_write_and_flush(self.0, rest.as_ptr(), rest.len(), area.at()) };
        done(&area)
    }

    /// Lets the host move up to `max` bytes from `source`; the number moved. Waits for some.
    pub fn splice(&self, source: &InputStream, max: u64) -> Result<u64, StreamEnd> {
        let mut area = ResultArea::new();
        unsafe { blocking_splice(self.0, source.0, max, area.at()) };
        if area.byte(0) == 0 {
            Ok(area.u64(8))
        } else {
            Err(StreamEnd::load(&area, 8))
        }
    }

    pub fn subscribe(&self) -> Pollable {
        Pollable(unsafe { output_subscribe(self.0) })
    }

    /// Writes what [`permit`](Self::permit) allowed.
    pub fn write_permitted(&self, bytes: &[u8]) -> Result<(), StreamEnd> {
        let mut area = ResultArea::new();
        unsafe { output_write(self.0, bytes.as_ptr(), bytes.len(), area.at()) };
        done(&area)
    }

    /// Asks for what was written to be sent on; `permit` is zero until it has been.
    pub fn start_flush(&self) -> Result<(), StreamEnd> {
        let mut area = ResultArea::new();
        unsafe { flush(self.0, area.at()) };
        done(&area)
    }

    /// Bytes that can be written now.
    pub fn permit(&self) -> Result<u64, StreamEnd> {
        let mut area = ResultArea::new();
        unsafe { check_write(self.0, area.at()) };
        if area.byte(0) == 0 {
            Ok(area.u64(8))
        } else {
            Err(StreamEnd::load(&area, 8))
        }
    }
}

fn done(area: &ResultArea) -> Result<(), StreamEnd> {
    if area.byte(0) == 0 {
        Ok(())
    } else {
        Err(StreamEnd::load(area, 4))
    }
}

impl Drop for OutputStream {
    fn drop(&mut self) {
        unsafe { drop_output_stream(self.0) }
    }
}

#[link(wasm_import_module = "wasi:io/error@0.2.3")]
extern "C" {
    #[link_name = "[method]error.to-debug-string"]
    fn error_to_debug_string(error: u32, result: *mut u8);
    #[link_name = "[resource-drop]error"]
    fn drop_error(error: u32);
}

#[link(wasm_import_module = "wasi:io/poll@0.2.3")]
extern "C" {
    #[link_name = "[method]pollable.block"]
    fn pollable_block(pollable: u32);
    #[link_name = "poll"]
    fn poll(handles: *const u32, count: usize, result: *mut u8);
    #[link_name = "[resource-drop]pollable"]
    fn drop_pollable(pollable: u32);
}

#[link(wasm_import_module = "wasi:io/streams@0.2.3")]
extern "C" {
    #[link_name = "[method]input-stream.blocking-read"]
    fn blocking_read(stream: u32, len: u64, result: *mut u8);
    #[link_name = "[method]input-stream.read"]
    fn read(stream: u32, len: u64, result: *mut u8);
    #[link_name = "[method]input-stream.subscribe"]
    fn input_subscribe(stream: u32) -> u32;
    #[link_name = "[resource-drop]input-stream"]
    fn drop_input_stream(stream: u32);
    #[link_name = "[method]output-stream.check-write"]
    fn check_write(stream: u32, result: *mut u8);
    #[link_name = "[method]output-stream.write"]
    fn output_write(stream: u32, bytes: *const u8, len: usize, result: *mut u8);
    #[link_name = "[method]output-stream.blocking-write-and-flush"]
    fn blocking_write_and_flush(stream: u32, bytes: *const u8, len: usize, result: *mut u8);
    #[link_name = "[method]output-stream.blocking-splice"]
    fn blocking_splice(stream: u32, source: u32, max: u64, result: *mut u8);
    #[link_name = "[method]output-stream.flush"]
    fn flush(stream: u32, result: *mut u8);
    #[link_name = "[method]output-stream.subscribe"]
    fn output_subscribe(stream: u32) -> u32;
    #[link_name = "[resource-drop]output-stream"]
    fn drop_output_stream(stream: u32);
}
