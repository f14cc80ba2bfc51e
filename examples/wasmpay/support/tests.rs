//! Tests of what the gateway and the manager share, and needs no host.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
mod fields;
#[path = "../../support/rust/json.rs"]
mod json;
#[path = "../../support/rust/json_object.rs"]
mod json_object;
mod payload;
#[path = "../../support/rust/validation.rs"]
mod validation;

use json::{parse, Json};
use payload::Payload;

fn refused(text: &str, reason: &str) {
    assert_eq!(parse(text.as_bytes()), Err(reason.to_string()), "{}", text);
}

fn text(source: &str) -> String {
    match parse(source.as_bytes()) {
        Ok(Json::Text(text)) => text,
        other => panic!("{}: {:?}", source, other),
    }
}

#[test]
fn reads_every_kind_of_value() {
    let json = parse(b" {\"a\" : [ null , true,false , -0.5e+10 ,\"x\", {} , [] ] }\r\n\t").unwrap();
    let array = match json {
        Json::Object(mut entries) => entries.remove("a").unwrap(),
        other => panic!("{:?}", other),
    };
    assert_eq!(
        array,
        Json::Array(vec![
            Json::Null,
            Json::Bool(true),
            Json::Bool(false),
            Json::Number("-0.5e+10".to_string()),
            Json::Text("x".to_string()),
            Json::Object(Default::default()),
            Json::Array(vec![]),
        ])
    );
}

#[test]
fn reads_escapes() {
    assert_eq!(text(r#""\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00""#), "\"\\/\u{8}\u{c}\n\r\té😀");
    assert_eq!(text(r#""\u0000""#), "\0");
    assert_eq!(text("\"ä😀\u{7f}\""), "ä😀\u{7f}");
}

#[test]
fn refuses_half_surrogates() {
    refused(r#""ab\ud83d""#, r"line 1, column 4: \ud83d is half of a surrogate pair");
    refused(r#""\ud83dx""#, r"line 1, column 2: \ud83d is half of a surrogate pair");
    refused(r#""\ud83d\n""#, r"line 1, column 2: \ud83d is half of a surrogate pair");
    refused(r#""\ud83dA""#, r"line 1, column 2: \ud83d is half of a surrogate pair");
    refused(r#""\ud83d\ud83d""#, r"line 1, column 2: \ud83d is half of a surrogate pair");
    refused(r#""\ude00\ud83d""#, r"line 1, column 2: \ude00 is half of a surrogate pair");
}

#[test]
fn refuses_broken_strings() {
    refused("\"ab", "line 1, column 4: expected '\"' to end a string, found the end");
    refused("\"a\nb\"", "line 1, column 3: expected U+000A in a string to be escaped");
    refused(r#""\x""#, r#"line 1, column 3: expected one of "\/bfnrtu after '\', found 'x'"#);
    refused(r#""\u12G4""#, "line 1, column 6: expected a hexadecimal digit, found 'G'");
    refused(r#""\u+123""#, "line 1, column 4: expected a hexadecimal digit, found '+'");
    refused(r#""\u12"#, "line 1, column 6: expected a hexadecimal digit, found the end");
    assert_eq!(parse(b"\"ab\xff\""), Err("byte 4: not UTF-8".to_string()));
    assert_eq!(parse(b"\"\xed\xa0\x80\""), Err("byte 2: not UTF-8".to_string()));
}

#[test]
fn refuses_broken_numbers() {
    refused("01", "line 1, column 2: a number has no leading zero");
    refused("-", "line 1, column 2: expected a digit, found the end");
    refused("1.", "line 1, column 3: expected a digit, found the end");
    refused("1.e3", "line 1, column 3: expected a digit, found 'e'");
    refused("1e+", "line 1, column 4: expected a digit, found the end");
    refused("+1", "line 1, column 1: expected a value, found '+'");
    refused(".5", "line 1, column 1: expected a value, found '.'");
    refused("NaN", "line 1, column 1: expected a value, found 'N'");
    refused("1 2", "line 1, column 3: expected the end after the value, found '2'");
    refused("0x1", "line 1, column 2: expected the end after the value, found 'x'");
}

#[test]
fn refuses_broken_structure() {
    refused("", "line 1, column 1: expected a value, found the end");
    refused("\u{feff}1", "line 1, column 1: expected a value, found U+FEFF");
    refused("[1,]", "line 1, column 4: expected a value, found ']'");
    refused("[1 2]", "line 1, column 4: expected ',' or ']', found '2'");
    refused("[", "line 1, column 2: expected a value, found the end");
    refused("{\"a\":1,}", "line 1, column 8: expected a key in quotes, found '}'");
    refused("{a:1}", "line 1, column 2: expected a key in quotes, found 'a'");
    refused("{\"a\" 1}", "line 1, column 6: expected ':' after a key, found '1'");
    refused("{\"a\":1 \"b\":2}", "line 1, column 8: expected ',' or '}', found '\"'");
    refused("{\n  \"ä\": 1,\n  \"\\u00e4\": 2}", "line 3, column 3: the key \"ä\" occurs twice");
    refused("truE", "line 1, column 1: expected a value, found 't'");
    refused("nullx", "line 1, column 5: expected the end after the value, found 'x'");
    refused("// 1", "line 1, column 1: expected a value, found '/'");
}

#[test]
fn bounds_nesting() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(parse(nested(json::MAX_DEPTH).as_bytes()).is_ok());
    refused(&nested(json::MAX_DEPTH + 1), "line 1, column 33: arrays and objects nest deeper than 32");
    refused(&"[".repeat(1 << 20), "line 1, column 33: arrays and objects nest deeper than 32");
}

#[test]
fn quotes_what_json_does_not_take_plain() {
    let original = "a\"\\/\u{0}\u{1f}\n\t\r\u{7f}é😀\u{2028}";
    let mut quoted = String::new();
    json::quote(original, &mut quoted);
    assert_eq!(quoted, "\"a\\\"\\\\/\\u0000\\u001f\\n\\t\\r\\u007fé😀\u{2028}\"");
    assert_eq!(text(&quoted), original);
}

const TRANSACTION: &str = r#"{
    "origin": {"id": 7, "code": "NH", "country": "US", "currency": "USD", "name": "Nordhaven"},
    "destination": {"id": "b-8", "code": "IC", "country": "GB", "currency": "GBP", "name": "Icamer"},
    "amount": 1250, "currency": "USD", "status": "pending", "reason": "rent", "unknown": [1]}"#;

fn read(body: &str) -> Result<Payload, String> {
    payload::read(&parse(body.as_bytes())?)
}

fn amount(body: &str) -> Result<i64, String> {
    read(body).map(|payload| payload.transaction.amount)
}

fn with(from: &str, to: &str) -> String {
    assert!(TRANSACTION.contains(from), "{}", from);
    TRANSACTION.replacen(from, to, 1)
}

fn refused_with(from: &str, to: &str, reason: &str) {
    assert_eq!(amount(&with(from, to)), Err(reason.to_string()));
}

#[test]
fn hands_over_every_field() {
    let t = read(TRANSACTION).unwrap_or_else(|reason| panic!("{}", reason)).transaction;
    let bank = |b: &validation::Bank| [&b.id, &b.code, &b.country, &b.currency, &b.name].map(String::clone).join(" ");
    assert_eq!(bank(&t.origin), "7 NH US USD Nordhaven");
    assert_eq!(bank(&t.destination), "b-8 IC GB GBP Icamer");
    assert_eq!((t.amount, &*t.currency, &*t.status, &*t.reason), (1250, "USD", "pending", "rent"));
}

#[test]
fn names_the_field_at_fault() {
    refused_with(r#""id": 7"#, r#""id": null"#, "origin.id: expected a string or a whole number, found null");
    refused_with(r#""id": 7"#, r#""id": 7.5"#, "origin.id: expected a string or a whole number, found 7.5");
    refused_with(r#""country": "GB", "#, "", "destination.country: missing");
    refused_with(r#""name": "Icamer""#, r#""name": true"#, "destination.name: expected a string, found a boolean");
    refused_with(r#""status": "pending", "#, "", "status: missing");
    refused_with(r#""reason": "rent""#, r#""reason": {}"#, "reason: expected a string, found an object");
    assert_eq!(amount("[]"), Err("expected an object, found an array".to_string()));
    assert_eq!(amount(r#"{"origin":"x"}"#), Err("origin: expected an object, found a string".to_string()));
    assert_eq!(amount("{}"), Err("origin: missing".to_string()));
    assert_eq!(amount(""), Err("line 1, column 1: expected a value, found the end".to_string()));
}

#[test]
fn bounds_the_amount() {
    for good in ["0", "-0", "9223372036854775807", "-9223372036854775808"] {
        assert_eq!(amount(&with("1250", good)), Ok(good.parse().unwrap()));
    }
    const RANGE: &str = "amount: expected a number from -9223372036854775808 to 9223372036854775807, found ";
    for bad in ["9223372036854775808", "-9223372036854775809", "100000000000000000000000000000"] {
        refused_with("1250", bad, &(RANGE.to_string() + bad));
    }
    for bad in ["12.5", "1e3", "1.0"] {
        refused_with("1250", bad, &format!("amount: expected a whole number, found {}", bad));
    }
    refused_with("1250", "\"1250\"", "amount: expected a whole number, found a string");
}

fn second(fields: &str) -> String {
    with(r#""amount": 1250"#, &format!(r#""schema": 2, {}"#, fields))
}

#[test]
fn takes_amounts_as_text_from_the_second_schema_on() {
    let amount = |text: &str| amount(&second(&format!(r#""reference": "", "amount": {}"#, text)));
    assert_eq!(amount("\"9223372036854775807\""), Ok(i64::MAX));
    assert_eq!(amount("-1"), Ok(-1));
    assert_eq!(amount("\"1.5\""), Err("amount: expected a whole number of 64 bits, found \"1.5\"".to_string()));
    assert_eq!(amount("1.5"), Err("amount: expected a whole number, found 1.5".to_string()));
}

#[test]
fn needs_no_reason_from_the_second_schema_on() {
    let body = second(r#""reference": "", "amount": 1"#).replace(r#""reason": "rent", "#, "");
    assert_eq!(read(&body).map(|payload| payload.transaction.reason), Ok(String::new()));
}

#[test]
fn refuses_schemas_it_does_not_know() {
    assert_eq!(amount(&second(r#""amount": 1"#)), Err("reference: missing".to_string()));
    refused_with(r#""amount": 1250"#, r#""schema": 3"#, "schema: expected 1 or 2, found 3");
    refused_with(r#""amount": 1250"#, r#""schema": "2""#, "schema: expected a whole number, found a string");
    let long = second(&format!(r#""reference": "{}", "amount": 1"#, "x".repeat(101)));
    assert_eq!(amount(&long), Err("reference: expected at most 100 characters, found 101".to_string()));
}

#[test]
fn writes_what_it_reads() {
    let read = payload::read(&parse(TRANSACTION.as_bytes()).unwrap()).unwrap();
    let written = payload::write(&read.transaction, "r");
    let again = payload::read(&parse(written.as_bytes()).unwrap()).unwrap();
    assert_eq!((again.schema, &*again.reference, again.transaction.amount), (2, "r", 1250));
    assert_eq!(payload::write(&again.transaction, "r"), written);
}
