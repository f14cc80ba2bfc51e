package dev.belay.cli;

import java.util.Locale;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line, with the nearest of what could have been meant. */
final class UsageMessage {
    private UsageMessage() {}

    static String of(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            return of(unmatched);
        }
        String message = ErrorReport.oneLine(ErrorReport.message(e));
        return message.isEmpty() ? "wrong usage" : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String of(UnmatchedArgumentException e) {
        String word = e.getUnmatched().getFirst();
        boolean takesCommand = !e.getCommandLine().getSubcommands().isEmpty();
        String what = e.isUnknownOption() ? "unknown option" : takesCommand ? "unknown command" : "one argument too many:";
        var near = e.getSuggestions();
        return what + " '" + word + "'" + (near.isEmpty() ? "" : "; did you mean '" + near.getFirst() + "'?");
    }
}
