package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import dev.skald.dsl.format.KeptComments;
import dev.skald.dsl.format.saga.SagaPrinter;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.testing.RandomSagas;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a definition that means something says, what is generated from it compiles without a warning. A build tries
 * few of them, because each is compiled by javac; {@code -Drandom.definitions=1000} tries more.
 */
final class RandomSagasTest {

    @Provide
    Arbitrary<DefinitionFile> ofSteps() {
        return RandomSagas.ofSteps();
    }

    @Provide
    Arbitrary<DefinitionFile> withFlow() {
        return RandomSagas.withFlow();
    }

    @Property(seed = "20261125")
    void theCodeOfSagasOfStepsCompiles(@ForAll("ofSteps") DefinitionFile tree) {
        assertCompiles(tree);
    }

    @Property(seed = "20261125")
    void theCodeOfSagasWithFlowCompiles(@ForAll("withFlow") DefinitionFile tree) {
        assertCompiles(tree);
    }

    private static void assertCompiles(DefinitionFile tree) {
        String text = SagaPrinter.print(tree, KeptComments.none()).value().orElseThrow();
        List<GeneratedFile> files = Definitions.generate(text);
        assertThat(files).as(text).isNotEmpty();
        try {
            JavaCompilation.assertIsCorrect(files);
        } catch (AssertionError wrong) {
            throw new AssertionError(text, wrong);
        }
    }
}
