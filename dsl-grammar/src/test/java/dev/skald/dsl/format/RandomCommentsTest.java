package dev.skald.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.DefinitionParser;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Wherever comments, line ends and empty lines stand, formatting keeps the comments and is done after once. */
final class RandomCommentsTest {

    private static final List<String> INSERTED = List.of(
            " /* a */ ",
            " // b\n",
            "\n// c\n",
            "\n\n/* d\n   e */\n",
            "\n",
            "\n\n\n",
            " /* f\ng */ ",
            "/**/",
            "   // h\n\n\n",
            "\t");

    private static final List<SourceFile> DEFINITIONS =
            RepositoryDefinitions.inSaga().toList();

    @Provide
    Arbitrary<SourceFile> withComments() {
        return Arbitraries.randomValue(RandomCommentsTest::withComments);
    }

    @Property(tries = 400, seed = "20261125")
    void everyCommentIsKeptAndFormattingTwiceChangesNothing(@ForAll("withComments") SourceFile file) {
        Optional<String> once = SagaFormatter.format(file).value();
        if (once.isEmpty()) {
            // What was inserted has cut a word in two, or has begun a new line where none may begin.
            assertThat(DefinitionParser.parse(file).hasErrors()).isTrue();
            return;
        }

        SourceFile anew = new SourceFile(file.path(), once.get());
        assertThat(SagaFormatter.format(anew).value()).as(file.text()).contains(once.get());
        assertThat(comments(anew)).containsExactlyElementsOf(comments(file));
    }

    private static List<List<String>> comments(SourceFile file) {
        return DefinitionParser.comments(file).stream()
                .map(comment -> comment.lines().stream().map(String::strip).toList())
                .toList();
    }

    private static SourceFile withComments(Random random) {
        SourceFile file = DEFINITIONS.get(random.nextInt(DEFINITIONS.size()));
        StringBuilder text = new StringBuilder(file.text());
        for (int index = 0; index <= random.nextInt(4); index++) {
            int at = random.nextInt(text.length() + 1);
            while (at > 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at--;
            }
            text.insert(at, INSERTED.get(random.nextInt(INSERTED.size())));
        }
        return new SourceFile(file.path(), text.toString());
    }
}
