package dev.belay.bench.guest;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.binary.CustomSections;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import java.util.List;
import java.util.Random;

/** Distinct validators whose core modules carry data of a megabyte beside their code. */
public final class LargeBanks {
    private static final int BYTES = 1_000_000;

    private final DistinctBanks banks;

    private LargeBanks(DistinctBanks banks) {
        this.banks = banks;
    }

    public static LargeBanks of(Guests guests) {
        return new LargeBanks(DistinctBanks.of(guests));
    }

    public byte[] validator(int number) {
        ComponentBinary component = ComponentDecoder.decode(banks.validator(number));
        int largest = component.sections().stream().mapToInt(section -> size(section.it())).max().orElseThrow();
        List<At<Section>> sections = component.sections().stream()
                .map(section -> size(section.it()) == largest ? large(section.it(), number) : section)
                .toList();
        return ComponentEncoder.encode(ComponentBinary.of(sections));
    }

    private static int size(Section section) {
        return section instanceof Section.CoreModule(Bytes module) ? module.size() : 0;
    }

    private static At<Section> large(Section section, int seed) {
        Bytes module = ((Section.CoreModule) section).module();
        var data = new byte[BYTES - module.size()];
        new Random(seed).nextBytes(data);
        return At.nowhere(new Section.CoreModule(CustomSections.with(module, new Section.Custom("data", Bytes.of(data)))));
    }
}
