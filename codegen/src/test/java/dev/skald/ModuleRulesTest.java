package dev.skald;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the rules about what the code generator may depend on. */
final class ModuleRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.skald.codegen");

    @Test
    void generatorsKnowNothingOfMaven() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.skald.maven..", "org.apache.maven..")
                .because("a generator is a function of the model, whoever calls it")
                .check(CLASSES);
    }

    @Test
    void generatorsNameTheRuntimeButDoNotUseIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.skald.runtime..", "io.temporal..")
                .because("generated code runs on Temporal, the generator does not")
                .check(CLASSES);
    }

    @Test
    void generatorsNeverSeeANotation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.antlr..", "com.fasterxml.jackson..")
                .because("nothing after the syntax tree may ask which notation was used")
                .check(CLASSES);
    }
}
