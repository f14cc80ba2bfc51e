package dev.belay.build.create;

import dev.belay.build.BuildException;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.syntax.Keywords;
import java.util.regex.Pattern;

/** A project's name, as the languages have it. */
record ProjectName(String kebab) {
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    /** File names and identifiers stay within what everything takes. */
    private static final int MAX_LENGTH = 64;

    ProjectName {
        if (!LABEL.matcher(kebab).matches() || kebab.length() > MAX_LENGTH) {
            throw new BuildException("the name `" + kebab + "`: expected at most " + MAX_LENGTH
                    + " characters, words of small letters and digits that begin with a letter, with `-` between: my-bank");
        }
    }

    /** In WIT. */
    String label() {
        return Keywords.escape(kebab);
    }

    String snake() {
        return kebab.replace('-', '_');
    }

    /** Of a package of Java. */
    String javaPackage() {
        return JavaNames.packagePart(kebab);
    }
}
