package dev.belay.component.validate;

/** What all scopes of one validation share. */
record Validation(Effort effort, ValueFacts facts, ExternSizes sizes, CoreTypes coreTypes) {
    static Validation start() {
        var facts = new ValueFacts();
        return new Validation(new Effort(), facts, new ExternSizes(facts), new CoreTypes());
    }
}
