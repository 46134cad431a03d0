package dev.skald;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the rules about who may depend on whom, within this module and beyond it. */
final class ModuleRulesTest {

    private static final String DIAGNOSTIC = "dev.skald.dsl.diagnostic..";
    private static final String LANGUAGE = "dev.skald.dsl.language..";
    private static final String SYNTAX = "dev.skald.dsl.syntax..";
    private static final String MODEL = "dev.skald.dsl.model..";
    private static final String RESOLVE = "dev.skald.dsl.resolve..";
    private static final String FORMAT = "dev.skald.dsl.format..";
    private static final String RULE = "dev.skald.dsl.rule..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.skald");

    @Test
    void theLanguageKnowsNothingOfWhatIsMadeFromIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.skald.codegen..",
                        "dev.skald.maven..",
                        "dev.skald.runtime..",
                        "com.palantir.javapoet..",
                        "io.temporal..",
                        "org.apache.maven..")
                .because("the language is read the same way, whatever is generated from it and whoever asks")
                .check(CLASSES);
    }

    @Test
    void diagnosticsStandAlone() {
        packageMayUse(DIAGNOSTIC);
    }

    @Test
    void theWordsOfTheLanguageStandAlone() {
        packageMayUse(LANGUAGE);
    }

    @Test
    void syntaxUsesDiagnostics() {
        packageMayUse(SYNTAX, LANGUAGE, DIAGNOSTIC);
    }

    @Test
    void theModelDoesNotKnowHowItWasWritten() {
        packageMayUse(MODEL, LANGUAGE, DIAGNOSTIC);
    }

    @Test
    void resolvingLeadsFromSyntaxToModel() {
        packageMayUse(RESOLVE, SYNTAX, MODEL, LANGUAGE, DIAGNOSTIC);
    }

    @Test
    void rulesSeeTheModelOnly() {
        packageMayUse(RULE, MODEL, LANGUAGE, DIAGNOSTIC);
    }

    @Test
    void formattingSeesWhatIsWritten() {
        packageMayUse(FORMAT, SYNTAX, LANGUAGE, DIAGNOSTIC);
    }

    @Test
    void parsingLibrariesStayInTheSyntaxPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SYNTAX)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.antlr..", "org.snakeyaml..")
                .because("nothing after the syntax tree may ask which notation was used")
                .check(CLASSES);
    }

    @Test
    void jsonIsOnlyAFormOfReports() {
        noClasses()
                .that()
                .resideOutsideOfPackage(DIAGNOSTIC)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .because("a definition is read by parsers that know the place of each character")
                .check(CLASSES);
    }

    private static void packageMayUse(String subject, String... others) {
        noClasses()
                .that()
                .resideInAPackage(subject)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.skald..")
                        .and(not(resideInAPackage(subject)))
                        .and(not(resideInAnyPackage(others))))
                .because("each step of the pipeline knows only the steps before it that it reads")
                .check(CLASSES);
    }
}
