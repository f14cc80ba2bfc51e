//! Does with messages what the first word of a message's body tells it to, so that a host can be tested with good guests
//! and bad ones. What it was answered, or why it was not, it tells whoever waits for its own answer.
//!
//! `request SUBJECT MILLISECONDS BODY`, `publish SUBJECT BODY`, `echo BODY`, `error TEXT`, `trap`, `loop`, `grow`

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../support/rust/messaging.rs"]
mod messaging;
#[path = "../../support/rust/streams.rs"]
mod streams;

use messaging::BrokerMessage;

messaging::export_handler!(handle);

fn handle(message: BrokerMessage) -> Result<(), String> {
    let text = String::from_utf8_lossy(&message.body).into_owned();
    let (command, rest) = text.split_once(' ').unwrap_or((&text, ""));
    let answer: Result<String, String> = match command {
        "echo" => Ok(rest.to_string()),
        "publish" => {
            let (subject, body) = rest.split_once(' ').unwrap_or((rest, ""));
            match publish(subject, body) {
                Ok(()) => Ok("published".to_string()),
                Err(reason) => Err(format!("not published: {}", reason)),
            }
        }
        "request" => {
            let mut words = rest.splitn(3, ' ');
            let subject = words.next().unwrap_or("");
            let time = words.next().and_then(|t| t.parse().ok()).unwrap_or(1000);
            match messaging::request(subject, words.next().unwrap_or("").as_bytes(), time) {
                Ok(its) => Ok(format!("{} said {}", its.subject, String::from_utf8_lossy(&its.body))),
                Err(reason) => Err(format!("no answer: {}", reason)),
            }
        }
        "error" => return Err(rest.to_string()),
        "trap" => core::arch::wasm32::unreachable(),
        "loop" => {
            let mut turns = 0u32;
            loop {
                // Written where the compiler cannot see that nobody reads it.
                unsafe { std::ptr::write_volatile(&mut turns, turns.wrapping_add(1)) };
            }
        }
        "grow" => {
            let mut kept: Vec<Vec<u8>> = Vec::new();
            loop {
                kept.push(vec![1; 1 << 20]);
            }
        }
        _ => return Err(format!("what is '{}'?", command)),
    };
    match message.reply_to {
        Some(to) => publish(&to, &answer.unwrap_or_else(|reason| reason)),
        None => answer.map(|_| ()),
    }
}

fn publish(subject: &str, body: &str) -> Result<(), String> {
    messaging::publish(&BrokerMessage { subject: subject.to_string(), body: body.into(), reply_to: None })
}
