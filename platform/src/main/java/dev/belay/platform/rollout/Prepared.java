package dev.belay.platform.rollout;

import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.serve.Serving;

/** An application that could serve, and does not yet. */
record Prepared(ApplicationState state, Serving serving) {}
