package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.testing.Definitions;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DeterminismTest {

    @Test
    void theSameDefinitionsGiveTheSameBytes() throws IOException {
        assertThat(Definitions.generate(model())).isEqualTo(Definitions.generate(model()));
    }

    @Test
    void theOrderOfDeclarationsInTheModelDoesNotMatter() throws IOException {
        SagaModel model = model();
        Random random = new Random(17);
        SagaModel shuffled = new SagaModel(
                shuffled(model.files(), random),
                shuffled(model.records(), random),
                shuffled(model.enums(), random),
                shuffled(model.errors(), random),
                shuffled(model.externTypes(), random),
                shuffled(model.externFunctions(), random),
                shuffled(model.participants(), random),
                shuffled(model.sagas(), random));

        assertThat(Definitions.generate(shuffled)).isEqualTo(Definitions.generate(model));
    }

    @Test
    void nothingOfThisMachineIsInTheCode() throws IOException {
        assertThat(Definitions.generate(model()))
                .noneMatch(file -> file.content().contains(System.getProperty("user.dir")))
                .noneMatch(file -> file.content().contains("\r"));
    }

    private static SagaModel model() throws IOException {
        return Definitions.modelAt(Path.of("src/test/resources/golden/every-type"));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
