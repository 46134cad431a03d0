package dev.skald;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.skald.dsl.language.Pattern;
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
    void onlyLoweringsKnowThePatterns() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.skald.codegen.java..", "dev.skald.codegen.interpret..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Pattern.class)
                .because("whoever reads a plan need not know which of the eight patterns it was made from")
                .check(CLASSES);
    }

    @Test
    void theInterpreterReadsNothingButThePlan() {
        noClasses()
                .that()
                .resideInAPackage("dev.skald.codegen.interpret..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.skald.codegen.java..", "dev.skald.codegen.output..")
                .because("it is what generated code is compared with")
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
