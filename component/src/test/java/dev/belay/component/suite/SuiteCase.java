package dev.belay.component.suite;

/**
 * One directive of a suite that is about the validity of a component.
 *
 * @param id suite, script and line: {@code component-model/validation/abi:26}
 * @param mustBeValid what the directive says
 * @param text what the reference says is wrong
 */
public record SuiteCase(String id, boolean mustBeValid, String text, byte[] binary) {}
