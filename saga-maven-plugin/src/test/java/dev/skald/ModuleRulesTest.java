package dev.skald;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the rules about what the Maven plugin may depend on. */
final class ModuleRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.skald.maven");

    @Test
    void mojosLeaveReadingAndWritingToTheCompiler() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.antlr..", "com.fasterxml.jackson..", "com.palantir.javapoet..")
                .because("a mojo translates parameters, calls the compiler and reports")
                .check(CLASSES);
    }

    @Test
    void mojosDoNotUseTheRuntime() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.skald.runtime..", "io.temporal..")
                .because("a build needs no Temporal")
                .check(CLASSES);
    }
}
