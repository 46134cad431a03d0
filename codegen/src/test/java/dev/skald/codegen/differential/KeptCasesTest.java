package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was found once by random definitions stays found: each kept case is run again. */
final class KeptCasesTest {

    @Test
    void sagasThatOnceDifferedDoWhatTheirPlansMean() throws Exception {
        List<String> texts = KeptCases.texts(KeptCases.names());

        assertThat(Trials.of(texts, plans -> plans.stream().map(KeptCases::run).toList()))
                .isEmpty();
    }

    @Test
    void aScriptIsReadAsItWasWritten() {
        List<String> lines = List.of(
                "holds c1",
                "size l1 2",
                "missing e3",
                "asked s1: UNKNOWN, DONE",
                "asked undo s1[2]: UNKNOWN",
                "operator undo s1[2]: RETRY, SKIP",
                "mischief 7");

        assertThat(ScriptText.parse(lines).lines()).isEqualTo(lines);
    }
}
