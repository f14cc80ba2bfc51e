package dev.belay.component.validate;

import dev.belay.component.validate.NameParser.BadName;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of dependencies: {@code unlocked-dep=<ns:pkg@{>=1.0.0}>}, {@code locked-dep=<ns:pkg@1.0.0>}, {@code url=<…>} and
 * {@code integrity=<…>}. They have left the grammar of the specification, but composition tools still write them.
 */
final class DependencyName {
    private static final String SEMVER = "([^<>{} ]++)";
    private static final String PACKAGE = "([^<>@:/]*+):([^<>@:/]*+)";
    private static final String RANGE = "(?:>=" + SEMVER + ")?+(?: (?=<))?+(?:<" + SEMVER + ")?+";
    private static final String HASHES = "(?:,integrity=<([^<>]*+)>)?+";

    private static final Pattern UNLOCKED =
            Pattern.compile("unlocked-dep=<" + PACKAGE + "(?:@(?:\\*|\\{(?! )" + RANGE + "}))?+>");
    private static final Pattern LOCKED =
            Pattern.compile("locked-dep=<" + PACKAGE + "(?:@" + SEMVER + ")?+>" + HASHES);
    private static final Pattern URL = Pattern.compile("url=<[^<>]*+>" + HASHES);
    private static final Pattern INTEGRITY = Pattern.compile("integrity=<([^<>]*+)>");
    private static final Pattern HASH = Pattern.compile("sha(?:256|384|512)-[0-9A-Za-z+/]++={0,2}+(?:\\?[!-~]*+)?+");

    private DependencyName() {}

    static boolean isOne(String text) {
        return List.of("unlocked-dep=", "locked-dep=", "url=", "integrity=").stream().anyMatch(text::startsWith);
    }

    static void check(String text) throws BadName {
        Matcher unlocked = UNLOCKED.matcher(text);
        Matcher locked = LOCKED.matcher(text);
        Matcher url = URL.matcher(text);
        Matcher integrity = INTEGRITY.matcher(text);
        if (unlocked.matches()) {
            checkPackage(unlocked);
            checkVersion(unlocked.group(3));
            checkVersion(unlocked.group(4));
        } else if (locked.matches()) {
            checkPackage(locked);
            checkVersion(locked.group(3));
            checkHashes(locked.group(4));
        } else if (url.matches()) {
            checkHashes(url.group(1));
        } else if (integrity.matches()) {
            checkHashes(integrity.group(1));
        } else {
            throw new BadName("is not of the form of a dependency's name");
        }
    }

    private static void checkPackage(Matcher name) throws BadName {
        NameParser.words(name.group(1));
        NameParser.words(name.group(2));
    }

    private static void checkVersion(@Nullable String version) throws BadName {
        if (version != null && !InterfaceVersion.isSemver(version)) {
            throw new BadName("has `" + version + "` for a version, which is no semantic version");
        }
    }

    private static void checkHashes(@Nullable String hashes) throws BadName {
        if (hashes == null) {
            return;
        }
        for (String hash : hashes.trim().split("\\s+")) {
            if (!HASH.matcher(hash).matches()) {
                throw new BadName("has `" + hash + "` for a hash, which is not of the form sha256-BASE64");
            }
        }
    }
}
