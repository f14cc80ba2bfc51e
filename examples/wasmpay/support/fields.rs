//! Reads the fields of a JSON object, and says of a wrong one where it is and what was expected.
//!
//! A user of this module also declares `mod json`.
#![allow(dead_code)]

use crate::json::{self, Json};
use std::collections::BTreeMap;

/// The fields of an object and where it is. Fields that nobody asks for are ignored, so that senders may
/// add some before the platform knows them.
pub struct Fields<'a> {
    entries: &'a BTreeMap<String, Json>,
    /// Empty, or ends with a dot.
    path: String,
}

impl<'a> Fields<'a> {
    pub fn of(json: &'a Json, path: String) -> Result<Self, String> {
        match json {
            Json::Object(entries) => Ok(Fields { entries, path }),
            _ => {
                let at = if path.is_empty() { String::new() } else { format!("{}: ", path.trim_end_matches('.')) };
                Err(format!("{}expected an object, found {}", at, json.kind()))
            }
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    pub fn get(&self, name: &str) -> Result<&'a Json, String> {
        self.entries.get(name).ok_or_else(|| format!("{}{}: missing", self.path, name))
    }

    fn wrong(&self, name: &str, expected: &str, found: &str) -> String {
        format!("{}{}: expected {}, found {}", self.path, name, expected, found)
    }

    pub fn text(&self, name: &str) -> Result<String, String> {
        match self.get(name)? {
            Json::Text(text) => Ok(text.clone()),
            other => Err(self.wrong(name, "a string", other.kind())),
        }
    }

    pub fn flag(&self, name: &str) -> Result<bool, String> {
        match self.get(name)? {
            Json::Bool(value) => Ok(*value),
            other => Err(self.wrong(name, "a boolean", other.kind())),
        }
    }

    /// Text, or a whole number taken as its digits.
    pub fn id(&self, name: &str) -> Result<String, String> {
        match self.get(name)? {
            Json::Text(text) => Ok(text.clone()),
            Json::Number(number) if is_whole(number) => Ok(number.clone()),
            Json::Number(number) => Err(self.wrong(name, "a string or a whole number", number)),
            other => Err(self.wrong(name, "a string or a whole number", other.kind())),
        }
    }

    pub fn whole_number(&self, name: &str) -> Result<i64, String> {
        match self.get(name)? {
            Json::Number(number) if !is_whole(number) => Err(self.wrong(name, "a whole number", number)),
            Json::Number(number) => number
                .parse()
                .map_err(|_| self.wrong(name, "a number from -9223372036854775808 to 9223372036854775807", number)),
            other => Err(self.wrong(name, "a whole number", other.kind())),
        }
    }

    /// A whole number, or text that is one: many readers and writers of JSON hold no number of 64 bits exactly.
    pub fn whole_number_or_text(&self, name: &str) -> Result<i64, String> {
        match self.get(name)? {
            Json::Text(text) => text
                .parse()
                .map_err(|_| self.wrong(name, "a whole number of 64 bits", &quoted(text))),
            _ => self.whole_number(name),
        }
    }

    /// Text, empty if the field is missing or null.
    pub fn optional_text(&self, name: &str) -> Result<String, String> {
        match self.entries.get(name) {
            None | Some(Json::Null) => Ok(String::new()),
            Some(_) => self.text(name),
        }
    }

    pub fn object(&self, name: &str) -> Result<Fields<'a>, String> {
        Fields::of(self.get(name)?, format!("{}{}.", self.path, name))
    }
}

/// Characters of a wrong text that an error repeats.
const SHOWN: usize = 40;

fn quoted(text: &str) -> String {
    let mut out = String::new();
    json::quote(&text.chars().take(SHOWN).collect::<String>(), &mut out);
    out
}

/// Whether a JSON number is written without fraction and exponent.
fn is_whole(number: &str) -> bool {
    !number.contains(&['.', 'e', 'E'][..])
}
