package dev.belay.platform.fit;

import dev.belay.platform.observe.StepTimes;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.store.BlobSource;
import dev.belay.runtime.Engine;
import dev.belay.runtime.EngineSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether applications would fit, without a host. */
public final class Check {
    private Check() {}

    /**
     * One application.
     *
     * @param misfit why it does not fit, if it does not
     * @param reach what it can reach, if it fits
     */
    public record Report(String application, String revision, Optional<String> misfit, Optional<Reach> reach) {}

    public static List<Report> of(Collection<ApplicationSpec> applications, BlobSource files) {
        var loader = new Loader(Engine.of(EngineSettings.defaults()), new Composer(files), new StepTimes());
        var reports = new ArrayList<Report>();
        for (ApplicationSpec application : applications) {
            String id = application.revision().id();
            try {
                Reach reach = Reach.of(application.revision(), loader.load(application.revision()));
                reports.add(new Report(application.name(), id, Optional.empty(), Optional.of(reach)));
            } catch (MisfitException e) {
                reports.add(new Report(application.name(), id, Optional.of(String.valueOf(e.getMessage())), Optional.empty()));
            }
        }
        return reports;
    }
}
