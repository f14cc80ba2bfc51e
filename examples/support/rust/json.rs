//! JSON as RFC 8259 has it, and nothing more lenient: what is refused here would mean different things to
//! different readers.
#![allow(dead_code)]

use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    /// The number as it is written: its reader knows which range and precision it needs.
    Number(String),
    Text(String),
    Array(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

impl Json {
    /// What this is, for a message: "a string".
    pub fn kind(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::Text(_) => "a string",
            Json::Array(_) => "an array",
            Json::Object(_) => "an object",
        }
    }
}

impl Json {
    /// Appends this as text, numbers as they were written and keys in their order.
    pub fn write(&self, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Json::Number(number) => out.push_str(number),
            Json::Text(text) => quote(text, out),
            Json::Array(elements) => {
                out.push('[');
                for (i, element) in elements.iter().enumerate() {
                    separate(i, out);
                    element.write(out);
                }
                out.push(']');
            }
            Json::Object(entries) => {
                out.push('{');
                for (i, (key, value)) in entries.iter().enumerate() {
                    separate(i, out);
                    quote(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

fn separate(index: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
}

/// Arrays and objects that may lie within each other, so that a text cannot exhaust the stack.
pub const MAX_DEPTH: usize = 32;

/// Reads a whole text, which is one value with nothing after it.
pub fn parse(bytes: &[u8]) -> Result<Json, String> {
    let text = std::str::from_utf8(bytes)
        .map_err(|e| format!("byte {}: not UTF-8", e.valid_up_to() + 1))?;
    let mut parser = Parser { text, at: 0 };
    let json = parser.document().map_err(|problem| {
        let (line, column) = parser.position();
        format!("line {}, column {}: {}", line, column, problem)
    })?;
    Ok(json)
}

/// Appends `text` as a JSON string.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' || c == '\u{7f}' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Stays where the problem is when a method fails.
struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn document(&mut self) -> Result<Json, String> {
        self.skip_space();
        let json = self.value(0)?;
        self.skip_space();
        match self.peek() {
            None => Ok(json),
            Some(_) => Err(format!("expected the end after the value, found {}", self.found())),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json, String> {
        match self.peek() {
            Some(b'{') => self.nested(depth, Self::object),
            Some(b'[') => self.nested(depth, Self::array),
            Some(b'"') => Ok(Json::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => Err(format!("expected a value, found {}", self.found())),
        }
    }

    fn nested(&mut self, depth: usize, inner: fn(&mut Self, usize) -> Result<Json, String>) -> Result<Json, String> {
        if depth == MAX_DEPTH {
            return Err(format!("arrays and objects nest deeper than {}", MAX_DEPTH));
        }
        self.at += 1;
        self.skip_space();
        inner(self, depth + 1)
    }

    fn object(&mut self, depth: usize) -> Result<Json, String> {
        let mut entries = BTreeMap::new();
        if self.take(b'}') {
            return Ok(Json::Object(entries));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(format!("expected a key in quotes, found {}", self.found()));
            }
            let start = self.at;
            let key = self.string()?;
            if entries.contains_key(&key) {
                self.at = start;
                let mut quoted = String::new();
                quote(&key, &mut quoted);
                return Err(format!("the key {} occurs twice", quoted));
            }
            self.skip_space();
            if !self.take(b':') {
                return Err(format!("expected ':' after a key, found {}", self.found()));
            }
            self.skip_space();
            let value = self.value(depth)?;
            entries.insert(key, value);
            self.skip_space();
            if self.take(b'}') {
                return Ok(Json::Object(entries));
            }
            if !self.take(b',') {
                return Err(format!("expected ',' or '}}', found {}", self.found()));
            }
            self.skip_space();
        }
    }

    fn array(&mut self, depth: usize) -> Result<Json, String> {
        let mut elements = Vec::new();
        if self.take(b']') {
            return Ok(Json::Array(elements));
        }
        loop {
            elements.push(self.value(depth)?);
            self.skip_space();
            if self.take(b']') {
                return Ok(Json::Array(elements));
            }
            if !self.take(b',') {
                return Err(format!("expected ',' or ']', found {}", self.found()));
            }
            self.skip_space();
        }
    }

    fn number(&mut self) -> Result<Json, String> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        } else if matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err("a number has no leading zero".to_string());
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(Json::Number(self.text[start..self.at].to_string()))
    }

    fn digits(&mut self) -> Result<(), String> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start {
            return Err(format!("expected a digit, found {}", self.found()));
        }
        Ok(())
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, String> {
        if !self.text[self.at..].starts_with(word) {
            return Err(format!("expected a value, found {}", self.found()));
        }
        self.at += word.len();
        Ok(value)
    }

    fn string(&mut self) -> Result<String, String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let plain = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            out.push_str(&self.text[plain..self.at]);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(_) => return Err(format!("expected {} in a string to be escaped", self.found())),
                None => return Err("expected '\"' to end a string, found the end".to_string()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, String> {
        let start = self.at;
        self.at += 1;
        let c = match self.peek() {
            Some(c @ (b'"' | b'\\' | b'/')) => c as char,
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            _ => return Err(format!("expected one of \"\\/bfnrtu after '\\', found {}", self.found())),
        };
        self.at += 1;
        Ok(c)
    }

    /// Reads from the `u` on; `start` is where the escape begins.
    fn unicode_escape(&mut self, start: usize) -> Result<char, String> {
        let first = self.code_unit()?;
        let scalar = match first {
            0xd800..=0xdbff if self.text[self.at..].starts_with("\\u") => {
                self.at += 1;
                match self.code_unit()? {
                    second @ 0xdc00..=0xdfff => 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                    _ => first,
                }
            }
            _ => first,
        };
        char::from_u32(scalar).ok_or_else(|| {
            self.at = start;
            format!("\\u{:04x} is half of a surrogate pair", first)
        })
    }

    fn code_unit(&mut self) -> Result<u32, String> {
        self.at += 1;
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|c| (c as char).to_digit(16));
            unit = unit << 4 | digit.ok_or_else(|| format!("expected a hexadecimal digit, found {}", self.found()))?;
            self.at += 1;
        }
        Ok(unit)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, c: u8) -> bool {
        let there = self.peek() == Some(c);
        self.at += there as usize;
        there
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn found(&self) -> String {
        match self.text[self.at..].chars().next() {
            None => "the end".to_string(),
            Some(c) if c.is_control() || c == '\u{feff}' => format!("U+{:04X}", c as u32),
            Some(c) => format!("'{}'", c),
        }
    }

    /// The line and the column in characters, both from 1.
    fn position(&self) -> (usize, usize) {
        let before = &self.text[..self.at];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (line, column)
    }
}
