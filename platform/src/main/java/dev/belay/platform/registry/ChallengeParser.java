package dev.belay.platform.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one header of challenges. Whatever stands there, it comes to an end: at what is none, it stops. */
final class ChallengeParser {
    private static final String TOKEN = "!#$%&'*+-.^_`|~";
    /** Longer ones are no challenge, but an attack. */
    private static final int MOST_CHARACTERS = 16 << 10;

    private final String text;
    private int at;

    ChallengeParser(String text) {
        this.text = text.length() > MOST_CHARACTERS ? "" : text;
    }

    List<Challenge> all() {
        var all = new ArrayList<Challenge>();
        skipSeparators();
        while (at < text.length()) {
            String scheme = token();
            if (scheme.isEmpty()) {
                break;
            }
            all.add(new Challenge(scheme.toLowerCase(Locale.ROOT), parameters()));
            skipSeparators();
        }
        return all;
    }

    /** Ends before a word that no '=' follows: that is the next scheme. */
    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        while (true) {
            skipSeparators();
            int start = at;
            String name = token();
            skipSpaces();
            if (name.isEmpty() || at == text.length() || text.charAt(at) != '=') {
                at = start;
                return parameters;
            }
            at++;
            skipSpaces();
            parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), at < text.length() && text.charAt(at) == '"' ? quoted() : token());
        }
    }

    private String quoted() {
        var value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at));
        }
        at = Math.min(at + 1, text.length());
        return value.toString();
    }

    private String token() {
        int start = at;
        while (at < text.length() && isToken(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isToken(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || TOKEN.indexOf(c) >= 0;
    }

    private void skipSpaces() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void skipSeparators() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == ',')) {
            at++;
        }
    }
}
