//! The contract over messages: the answer goes to where the message wants its reply.

use crate::answer;
use crate::messaging::{self, BrokerMessage};
use crate::surroundings;
use crate::validator;

pub fn handle(message: BrokerMessage) -> Result<(), String> {
    let answered = answer::answer(&message.body, surroundings::about, validator::validate);
    // A message that cannot be read is answered, not failed: sending it again would not help.
    let body = answered.unwrap_or_else(|reason| answer::error(&reason)).into_bytes();
    match message.reply_to {
        Some(subject) => messaging::publish(&BrokerMessage { subject, body, reply_to: None }),
        None => Ok(()),
    }
}
