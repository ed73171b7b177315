package io.unveil;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Packages use only what they may, and the diagram in the docs is that of the code. */
class LayoutTest {
    private static final Path DRAWING = Path.of("docs", "modules.md");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.unveil");
    private final ApplicationModules modules = ApplicationModules.of(Unveil.class);

    @Test
    void everyRoomUsesOnlyTheRoomsThatItsPackageInfoAllows() {
        modules.verify();
    }

    @Test
    void theRulesSawTheClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(850);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .hasSizeGreaterThan(20)
                .filteredOn(room -> !room.getName().equals("io.unveil"))
                .allMatch(room -> room.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void noTwoPackagesUseEachOther() {
        slices().matching("io.unveil.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void thePartsOfThePipelineDoNotKnowEachOther() {
        slices().matching("io.unveil.pipeline.(*)")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void onlyTheRoomsOfTheNetworkKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.unveil.autoencoder..", "io.unveil.model..", "io.unveil.training..", "io.unveil.inference..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(CLASSES);
    }

    @Test
    void onlyTheRoomOfTheNetworkKnowsTheEnginesInternals() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.unveil.autoencoder..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.pytorch..")
                .check(CLASSES);
    }

    @Test
    void onlyTheWebKnowsStatusCodes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.unveil.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.http..")
                .check(CLASSES);
    }

    @Test
    void theReportNeedsNoWebFramework() {
        noClasses()
                .that()
                .resideInAPackage("io.unveil.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.boot..",
                        "org.springframework.context..",
                        "jakarta.servlet..",
                        "org.springdoc..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        DescribedPredicate<JavaAccess<?>> printing = DescribedPredicate.describe(
                "standard output or error",
                access -> (access.getTargetOwner().isEquivalentTo(System.class)
                                && access.getName().matches("out|err"))
                        || access.getTargetOwner().isAssignableTo(PrintStream.class));
        noClasses()
                .that()
                .resideOutsideOfPackage("io.unveil.cli..")
                .should()
                .accessTargetWhere(printing)
                .check(CLASSES);
    }

    @Test
    void noExceptionIsGeneric() {
        GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
    }

    /** Renew the drawing with {@code ./mvnw test -Dtest=LayoutTest -Dunveil.docs=write}. */
    @Test
    void theDrawingInTheDocsIsTheLayoutOfTheCode() throws IOException {
        String drawn = draw();
        if ("write".equals(System.getProperty("unveil.docs"))) {
            Files.writeString(DRAWING, drawn);
        }
        assertThat(Files.readString(DRAWING))
                .as("docs/modules.md is out of date; renew it with ./mvnw test -Dtest=LayoutTest -Dunveil.docs=write")
                .isEqualTo(drawn);
    }

    private String draw() {
        StringBuilder page = new StringBuilder("""
                # Packages and their dependencies

                Generated from the code by `LayoutTest`; an arrow points at what is used.

                ```mermaid
                flowchart TD
                """);
        TreeSet<String> lines = new TreeSet<>();
        for (ApplicationModule module : modules) {
            String name = module.getIdentifier().toString();
            lines.add("  " + name);
            module.getDirectDependencies(modules)
                    .uniqueModules()
                    .forEach(used -> lines.add("  %s --> %s".formatted(name, used.getIdentifier())));
        }
        lines.forEach(line -> page.append(line).append('\n'));
        return page.append("```\n").toString();
    }
}
