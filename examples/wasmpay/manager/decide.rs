//! Whom to ask, and what follows from the answers.

use crate::ask;
use crate::decisions::Outcome;
use crate::payload;
use crate::validation::Transaction;

/// The validator that is asked about every transaction, before the banks'.
const PLATFORM: &str = "platform";

/// Asks one after the other until one refuses. A bank that is not among those that have a validator approves.
///
/// `send` hands a question to a validator, and gives the answer or why there is none.
pub fn decide(
    transaction: &Transaction, validators: &[String], send: impl Fn(&str, &str) -> Result<Vec<u8>, String>,
) -> Outcome {
    let question = payload::write(transaction, "");
    let mut steps = Vec::new();
    for validator in asked(transaction, validators) {
        let step = ask::step(validator, send(validator, &question));
        let (approved, reason) = (step.approved, step.reason.clone());
        steps.push(step);
        if !approved {
            return Outcome { approved, reason, steps };
        }
    }
    Outcome { approved: true, reason: String::new(), steps }
}

fn asked<'a>(transaction: &Transaction, validators: &'a [String]) -> Vec<&'a str> {
    let mut asked = vec![PLATFORM];
    for code in [&transaction.origin.code, &transaction.destination.code] {
        // A code of the sender's never becomes part of a subject: only one that is listed.
        if let Some(listed) = validators.iter().find(|listed| *listed == code) {
            if !asked.contains(&&**listed) {
                asked.push(listed);
            }
        }
    }
    asked
}
