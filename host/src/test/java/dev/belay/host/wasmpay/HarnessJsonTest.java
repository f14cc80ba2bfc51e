package dev.belay.host.wasmpay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that wasmPay's harness takes, and how it says where a text is none. */
@Timeout(180)
class HarnessJsonTest {
    private static Asked nordhaven;

    @BeforeAll
    static void start() throws IOException {
        nordhaven = Asked.of(Bank.linked("nordhaven"));
    }

    @AfterAll
    static void stop() {
        nordhaven.close();
    }

    private static String error(String body) throws InterruptedException {
        return errorIn(nordhaven.answer(body));
    }

    private static String errorIn(String answer) {
        var json = JsonMapper.shared().readTree(answer);
        assertThat(json.propertyNames()).as(answer).containsExactly("error");
        return json.get("error").asString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~\"ab\\ud83d\"~            | line 1, column 4: \\ud83d is half of a surrogate pair",
        "~\"\\ud83dx\"~             | line 1, column 2: \\ud83d is half of a surrogate pair",
        "~\"\\ud83d\\n\"~           | line 1, column 2: \\ud83d is half of a surrogate pair",
        "~\"\\ud83d\\u0041\"~       | line 1, column 2: \\ud83d is half of a surrogate pair",
        "~\"\\ud83d\\ud83d\"~       | line 1, column 2: \\ud83d is half of a surrogate pair",
        "~\"\\ude00\\ud83d\"~       | line 1, column 2: \\ude00 is half of a surrogate pair",
        "~\"ab~                     | ~line 1, column 4: expected '\"' to end a string, found the end~",
        "~\"\\x\"~                  | ~line 1, column 3: expected one of \"\\/bfnrtu after '\\', found 'x'~",
        "~\"\\u12G4\"~              | line 1, column 6: expected a hexadecimal digit, found 'G'",
        "~\"\\u+123\"~              | line 1, column 4: expected a hexadecimal digit, found '+'",
        "~\"\\u12~                  | line 1, column 6: expected a hexadecimal digit, found the end",
    })
    void brokenStringsAreRefused(String text, String reason) throws Exception {
        assertThat(error(text)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "01   | line 1, column 2: a number has no leading zero",
        "-    | line 1, column 2: expected a digit, found the end",
        "1.   | line 1, column 3: expected a digit, found the end",
        "1.e3 | line 1, column 3: expected a digit, found 'e'",
        "1e+  | line 1, column 4: expected a digit, found the end",
        "+1   | line 1, column 1: expected a value, found '+'",
        ".5   | line 1, column 1: expected a value, found '.'",
        "NaN  | line 1, column 1: expected a value, found 'N'",
        "1 2  | line 1, column 3: expected the end after the value, found '2'",
        "0x1  | line 1, column 2: expected the end after the value, found 'x'",
        "\u0661 | line 1, column 1: expected a value, found '\u0661'",
    })
    void brokenNumbersAreRefused(String text, String reason) throws Exception {
        assertThat(error(text)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~~                | line 1, column 1: expected a value, found the end",
        "~\ufeff1~         | line 1, column 1: expected a value, found U+FEFF",
        "~\uffff~          | line 1, column 1: expected a value, found '\uffff'",
        "~😀~              | line 1, column 1: expected a value, found '😀'",
        "~[1,]~            | line 1, column 4: expected a value, found ']'",
        "~[1 2]~           | ~line 1, column 4: expected ',' or ']', found '2'~",
        "~[~               | line 1, column 2: expected a value, found the end",
        "~{\"a\":1,}~      | line 1, column 8: expected a key in quotes, found '}'",
        "~{a:1}~           | line 1, column 2: expected a key in quotes, found 'a'",
        "~{\"a\" 1}~       | line 1, column 6: expected ':' after a key, found '1'",
        "~{\"a\":1 \"b\":2}~ | ~line 1, column 8: expected ',' or '}', found '\"'~",
        "~truE~            | line 1, column 1: expected a value, found 't'",
        "~nullx~           | line 1, column 5: expected the end after the value, found 'x'",
        "~// 1~            | line 1, column 1: expected a value, found '/'",
        "~[]~              | expected an object, found an array",
        "~\"\\u0000\"~     | expected an object, found a string",
    })
    void brokenStructureIsRefused(String text, String reason) throws Exception {
        assertThat(error(text)).isEqualTo(reason);
    }

    @Test
    void linesAndColumnsCountCharacters() throws Exception {
        assertThat(error("{\n  \"ä\": 1,\n  \"\\u00e4\": 2}")).isEqualTo("line 3, column 3: the key \"ä\" occurs twice");
        assertThat(error("\"a\nb\"")).isEqualTo("line 1, column 3: expected U+000A in a string to be escaped");
        assertThat(error("[\"😀😀\" 1]")).isEqualTo("line 1, column 7: expected ',' or ']', found '1'");
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        for (String bytes : new String[] {
            "\"a\u00ff\"", "\"a\u00ed\u00a0\u0080\"", "\"a\u00c0\u0080\"", "\"a\u00f4\u0090\u0080\u0080\"", "\"a\u00e2\u0082", "\"a\u0080"
        }) {
            assertThat(errorIn(nordhaven.answer(bytes.getBytes(ISO_8859_1)))).as(bytes).isEqualTo("byte 3: not UTF-8");
        }
    }

    @Test
    void nestingAndNumberAndLengthAreBounded() throws Exception {
        assertThat(error("[".repeat(32) + "]".repeat(32))).isEqualTo("expected an object, found an array");
        assertThat(error("[".repeat(33) + "]".repeat(33)))
                .isEqualTo("line 1, column 33: arrays and objects nest deeper than 32");
        assertThat(error("[".repeat(60_000))).isEqualTo("line 1, column 33: arrays and objects nest deeper than 32");
        assertThat(error("[" + "0,".repeat(998) + "0]")).isEqualTo("expected an object, found an array");
        assertThat(error("[" + "0,".repeat(999) + "0]")).isEqualTo("line 1, column 2000: more than 1000 values");
        assertThat(error("\"" + "x".repeat((64 << 10) - 2) + "\"")).isEqualTo("expected an object, found a string");
        assertThat(error("\"" + "\\u0001".repeat(10_000) + "\"")).isEqualTo("expected an object, found a string");
        assertThat(error("x".repeat((64 << 10) + 1))).isEqualTo("expected a body of at most 65536 bytes");
    }

    /** The bank's refusal repeats the currency: what is read is written again, so that it means the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00~ | ~\\\"\\\\/\\u0008\\u000c\\n\\r\\té😀~",
        "~\\u0000\\u001f\\u007f\u007f\u2028~               | ~\\u0000\\u001f\\u007f\\u007f\u2028~",
        "~ä€😀\ufffd~                                       | ~ä€😀\ufffd~",
    })
    void stringsAreWrittenAsTheyWereRead(String written, String again) throws Exception {
        assertThat(nordhaven.answer(Bank.transaction(written, "rent")))
                .isEqualTo("{\"approved\":false,\"reason\":\"Unsupported currency: " + again + "\"}");
    }
}
