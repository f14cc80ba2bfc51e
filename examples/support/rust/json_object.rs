//! Writes JSON objects, field by field, in the order in which they are to be read.
//!
//! A user of this module also declares `mod json`.
#![allow(dead_code)]

use crate::json;

pub struct Object(String);

impl Object {
    pub fn new() -> Self {
        Object("{".to_string())
    }

    pub fn text(self, name: &str, value: &str) -> Self {
        let mut quoted = String::new();
        json::quote(value, &mut quoted);
        self.written(name, &quoted)
    }

    pub fn text_or_null(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self.written(name, "null"),
        }
    }

    pub fn flag(self, name: &str, value: bool) -> Self {
        self.written(name, if value { "true" } else { "false" })
    }

    pub fn number(self, name: &str, value: u64) -> Self {
        self.written(name, &value.to_string())
    }

    /// A value that is JSON already.
    pub fn written(mut self, name: &str, value: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        json::quote(name, &mut self.0);
        self.0.push(':');
        self.0.push_str(value);
        self
    }

    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}
