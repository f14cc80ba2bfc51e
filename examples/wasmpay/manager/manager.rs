//! The platform team's component that knows whom to ask about a transaction.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../support/decisions.rs"]
mod decisions;
#[path = "../../support/rust/environment.rs"]
mod environment;
#[path = "../support/fields.rs"]
mod fields;
#[path = "../../support/rust/json.rs"]
mod json;
#[path = "../../support/rust/json_object.rs"]
mod json_object;
#[path = "../../support/rust/messaging.rs"]
mod messaging;
#[path = "../support/payload.rs"]
mod payload;
#[path = "../../support/rust/streams.rs"]
mod streams;
#[path = "../../support/rust/validation.rs"]
mod validation;

mod ask;
mod decide;
mod settings;

use decisions::Outcome;
use settings::Settings;
use validation::{Transaction, ValidateResponse, TRANSACTION_ALIGN, TRANSACTION_SIZE};

fn decide(transaction: &Transaction) -> Outcome {
    let settings = Settings::read();
    decide::decide(transaction, &settings.validators, |validator, question| {
        messaging::request(&ask::subject(validator), question.as_bytes(), settings.milliseconds).map(|answer| answer.body)
    })
}

#[export_name = "wasmpay:manager/decisions@0.1.0#decide"]
pub unsafe extern "C" fn export_decide(arguments: *mut u8) -> *mut u8 {
    let transaction = Transaction::load(arguments);
    cabi::free(arguments, TRANSACTION_SIZE, TRANSACTION_ALIGN);
    decide(&transaction).leak()
}

#[export_name = "cabi_post_wasmpay:manager/decisions@0.1.0#decide"]
pub unsafe extern "C" fn post_decide(outcome: *mut u8) {
    decisions::free_outcome(outcome)
}

#[export_name = "wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn export_validate(arguments: *mut u8) -> *mut u8 {
    validation::serve(arguments, |transaction| {
        let outcome = decide(&transaction);
        if outcome.approved { ValidateResponse::approve() } else { ValidateResponse::refuse(outcome.reason) }
    })
}

#[export_name = "cabi_post_wasmpay:platform/validation@0.1.0#validate"]
pub unsafe extern "C" fn post_validate(response: *mut u8) {
    validation::free_response(response)
}
