/**
 * What the platform team writes around a bank's validator.
 *
 * <p>Takes: transactions as JSON, over HTTP ({@link wasmpay.harness.Endpoint}) and by message ({@link
 * wasmpay.harness.Subscriber}). Gives: what the validator says, as JSON. {@link wasmpay.harness.Judge} has the way between.
 */
package wasmpay.harness;
