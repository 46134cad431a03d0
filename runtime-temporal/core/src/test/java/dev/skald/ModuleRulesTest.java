package dev.skald;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the rules about what the runtime may depend on. */
final class ModuleRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.skald.runtime");

    @Test
    void theRuntimeKnowsNothingOfTheCompiler() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.skald.dsl..",
                        "dev.skald.codegen..",
                        "dev.skald.maven..",
                        "org.antlr..",
                        "com.palantir.javapoet..",
                        "org.apache.maven..")
                .because("an application that runs sagas ships no compiler")
                .check(CLASSES);
    }
}
