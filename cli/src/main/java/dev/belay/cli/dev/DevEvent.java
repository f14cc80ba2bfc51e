package dev.belay.cli.dev;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What happens while a component is watched. */
public sealed interface DevEvent {
    /** Something was saved. @param files those that are new, different or gone */
    record Changed(List<Path> files) implements DevEvent {
        public Changed {
            files = List.copyOf(files);
        }
    }

    /** A build begins. */
    record Building() implements DevEvent {}

    /** @param bytes of the component that was built @param output what the build said */
    record Built(Duration took, int bytes, String output) implements DevEvent {}

    /** Requests go to a revision from now on. @param revision counted from 1 @param again whether it was there before */
    record Serving(int revision, boolean again) implements DevEvent {}

    /** @param served whether the last revision that was good is served still, and not what is wrong */
    record Failed(Step step, String text, Duration took, boolean served) implements DevEvent {}

    /** Something that is worth knowing. */
    record Note(String text) implements DevEvent {}
}
