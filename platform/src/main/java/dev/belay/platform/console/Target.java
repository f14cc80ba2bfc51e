package dev.belay.platform.console;

import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.rollout.Proposal;
import dev.belay.platform.spec.Part;
import java.util.List;

/** What another component is for. */
sealed interface Target {
    /** The upper component of a harness. */
    record Harness(String name) implements Target {
        @Override
        public boolean isIn(DesiredState state) {
            return state.stacks().containsKey(name);
        }

        @Override
        public Proposal proposal(DesiredState from, Part part) {
            return Proposal.upgrade(from, name, part);
        }

        @Override
        public String path() {
            return Console.PATH + "/harnesses/" + Shown.segment(name);
        }

        @Override
        public String title() {
            return "Upgrade harness " + name;
        }
    }

    /** The component of an application. */
    record Application(String name) implements Target {
        @Override
        public boolean isIn(DesiredState state) {
            return state.applications().containsKey(name);
        }

        @Override
        public Proposal proposal(DesiredState from, Part part) {
            return Proposal.deploy(from, name, part);
        }

        @Override
        public String path() {
            return Console.PATH + "/applications/" + Shown.segment(name);
        }

        @Override
        public String title() {
            return "Deploy " + name;
        }
    }

    /**
     * @throws VisitException if nothing is sent to such a path
     */
    static Target of(List<String> segments) {
        return switch (segments.size() == 3 ? segments.getFirst() + "/" + segments.getLast() : "") {
            case "harnesses/upgrade" -> new Harness(segments.get(1));
            case "applications/deploy" -> new Application(segments.get(1));
            default -> throw new VisitException(404, "There is nothing here to send a component to.");
        };
    }

    String name();

    boolean isIn(DesiredState state);

    /**
     * @throws dev.belay.platform.rollout.RefusedException if it is gone
     */
    Proposal proposal(DesiredState from, Part part);

    /** Of its page. */
    String path();

    String title();
}
