//! From a JSON transaction to a JSON answer.

use crate::json::{self, Json};
use crate::validation::{Bank, Transaction, ValidateResponse};
use std::collections::BTreeMap;

/// Has `validate` judge the transaction in `body`. The error says what is wrong with the body, and where.
pub fn answer(body: &[u8], validate: impl FnOnce(&Transaction) -> ValidateResponse) -> Result<String, String> {
    let json = json::parse(body)?;
    let fields = Fields::of(&json, String::new())?;
    let transaction = Transaction {
        origin: fields.bank("origin")?,
        destination: fields.bank("destination")?,
        amount: fields.whole_number("amount")?,
        currency: fields.text("currency")?,
        status: fields.text("status")?,
        reason: fields.text("reason")?,
    };
    Ok(response(&validate(&transaction)))
}

fn response(response: &ValidateResponse) -> String {
    let mut out = format!("{{\"approved\":{},\"reason\":", response.approved);
    match &response.reason {
        Some(reason) => json::quote(reason, &mut out),
        None => out.push_str("null"),
    }
    out.push('}');
    out
}

/// `{"error":…}`
pub fn error(reason: &str) -> String {
    let mut out = "{\"error\":".to_string();
    json::quote(reason, &mut out);
    out.push('}');
    out
}

/// The fields of an object and where it is. Fields that nobody asks for are ignored, so that senders may
/// add some before the platform knows them.
struct Fields<'a> {
    entries: &'a BTreeMap<String, Json>,
    /// Empty, or ends with a dot.
    path: String,
}

impl<'a> Fields<'a> {
    fn of(json: &'a Json, path: String) -> Result<Self, String> {
        match json {
            Json::Object(entries) => Ok(Fields { entries, path }),
            _ => {
                let at = if path.is_empty() { String::new() } else { format!("{}: ", path.trim_end_matches('.')) };
                Err(format!("{}expected an object, found {}", at, json.kind()))
            }
        }
    }

    fn get(&self, name: &str) -> Result<&'a Json, String> {
        self.entries.get(name).ok_or_else(|| format!("{}{}: missing", self.path, name))
    }

    fn wrong(&self, name: &str, expected: &str, found: &str) -> String {
        format!("{}{}: expected {}, found {}", self.path, name, expected, found)
    }

    fn text(&self, name: &str) -> Result<String, String> {
        match self.get(name)? {
            Json::Text(text) => Ok(text.clone()),
            other => Err(self.wrong(name, "a string", other.kind())),
        }
    }

    /// Text, or a whole number taken as its digits.
    fn id(&self, name: &str) -> Result<String, String> {
        match self.get(name)? {
            Json::Text(text) => Ok(text.clone()),
            Json::Number(number) if is_whole(number) => Ok(number.clone()),
            Json::Number(number) => Err(self.wrong(name, "a string or a whole number", number)),
            other => Err(self.wrong(name, "a string or a whole number", other.kind())),
        }
    }

    fn whole_number(&self, name: &str) -> Result<i64, String> {
        match self.get(name)? {
            Json::Number(number) if !is_whole(number) => Err(self.wrong(name, "a whole number", number)),
            Json::Number(number) => number
                .parse()
                .map_err(|_| self.wrong(name, "a number from -9223372036854775808 to 9223372036854775807", number)),
            other => Err(self.wrong(name, "a whole number", other.kind())),
        }
    }

    fn bank(&self, name: &str) -> Result<Bank, String> {
        let fields = Fields::of(self.get(name)?, format!("{}{}.", self.path, name))?;
        Ok(Bank {
            id: fields.id("id")?,
            code: fields.text("code")?,
            country: fields.text("country")?,
            currency: fields.text("currency")?,
            name: fields.text("name")?,
        })
    }
}

/// Whether a JSON number is written without fraction and exponent.
fn is_whole(number: &str) -> bool {
    !number.contains(&['.', 'e', 'E'][..])
}
