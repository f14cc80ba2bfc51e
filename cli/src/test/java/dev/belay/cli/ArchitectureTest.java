package dev.belay.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** What may know what: every module is on this module's class path, so one place can see all of it. */
@AnalyzeClasses(packages = "dev.belay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the lowest; a module may use those before it. */
    private static final List<String> MODULES =
            List.of(
            "wit", "component", "bindings", "guest", "compose", "build", "teavm", "maven", "runtime", "wasi", "host", "platform", "conformance",
            "cli");

    @ArchTest
    static final ArchRule modulesUseLowerOnesOnly = classes()
            .should(new ArchCondition<>("use modules below their own only") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(d -> level(d.getTargetClass()) > level(user))
                            .forEach(d -> events.add(SimpleConditionEvent.violated(user, d.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule internalPackagesAreUsedByTheirModuleOnly = classes()
            .should(new ArchCondition<>("not use the internal packages of other modules") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(d -> isInternal(d.getTargetClass()) && level(d.getTargetClass()) != level(user))
                            .forEach(d -> events.add(SimpleConditionEvent.violated(user, d.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule onlyTheSeamKnowsTheCoreEngine = noClasses()
            .that(DescribedPredicate.describe(
                    "are neither the seam's implementation, nor check or read core modules",
                    c -> !c.getPackageName().startsWith("dev.belay.runtime.internal.endive")
                            && !c.getPackageName().startsWith("dev.belay.runtime.internal.jit")
                            && !c.getPackageName().startsWith("dev.belay.component")
                            && !c.getPackageName().startsWith("dev.belay.conformance")
                            && !c.getPackageName().startsWith("dev.belay.runtime.internal.memory")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("run.endive..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            // The example's ledger is a program of its own.
            .resideOutsideOfPackages("dev.belay.cli..", "dev.belay.wasmpay..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    private static int level(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 && parts[0].equals("dev") && parts[1].equals("belay") ? MODULES.indexOf(parts[2]) : -1;
    }

    private static boolean isInternal(JavaClass type) {
        return (type.getPackageName() + ".").contains(".internal.") && level(type) >= 0;
    }
}
