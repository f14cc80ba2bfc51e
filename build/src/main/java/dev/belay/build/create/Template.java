package dev.belay.build.create;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a project begins as. */
public enum Template {
    /** Exports the contract of wasmPay: the rule of one bank. */
    VALIDATOR("Whether a bank lets a transaction through.", "Validator"),
    /** Answers HTTP requests. */
    HTTP("Answers HTTP requests.", "Handler"),
    /** Imports the contract and answers HTTP requests with it. */
    HARNESS("Puts HTTP in front of whatever validator is plugged into it.", "Harness");

    private final String docs;
    private final String className;

    Template(String docs, String className) {
        this.docs = docs;
        this.className = className;
    }

    /** As users write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String docs() {
        return docs;
    }

    /** Of what implements it in Java. */
    String className() {
        return className;
    }

    boolean needsContract() {
        return this != HTTP;
    }

    boolean needsHttp() {
        return this != VALIDATOR;
    }

    public static Optional<Template> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(Template::text).toList();
    }
}
