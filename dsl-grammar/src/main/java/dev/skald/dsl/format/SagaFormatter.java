package dev.skald.dsl.format;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.format.layout.SagaLayout;
import dev.skald.dsl.syntax.saga.SagaNotation;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.written.Comment;
import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Phrase;
import dev.skald.dsl.syntax.written.Written.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a {@code .saga} file into its canonical layout, without changing a word or a comment of it. */
public final class SagaFormatter {

    private SagaFormatter() {}

    /**
     * The text of a file in its canonical layout; empty, with the errors, where the file cannot be read. Lines end as
     * the file's first one does.
     *
     * @param file the decoded text of a {@code .saga} file
     * @throws FormatBug where the text would not say the same, or a comment would be lost
     */
    public static Result<Optional<String>> format(SourceFile file) {
        Result<Optional<Phrase>> read = SagaNotation.written(file);
        return new Result<>(read.value().map(written -> formatted(file, written)), read.diagnostics());
    }

    private static String formatted(SourceFile file, Phrase written) {
        String text = SagaLayout.text(written);
        SourceFile anew = new SourceFile(file.path(), text);
        Phrase again = SagaNotation.written(anew)
                .value()
                .orElseThrow(() -> new FormatBug(file.path(), "it could not be read any more"));
        if (!words(written).equals(words(again)) || !meaning(file).equals(meaning(anew))) {
            throw new FormatBug(file.path(), "it would not say the same any more");
        }
        if (!comments(written).equals(comments(again))) {
            throw new FormatBug(file.path(), "a comment would be lost");
        }
        return isOfWindows(file.text()) ? text.replace("\n", "\r\n") : text;
    }

    /** All words; the commas that the layout sets are left out. */
    private static List<String> words(Phrase file) {
        return file.words().map(Word::text).filter(text -> !text.equals(",")).toList();
    }

    private static Object meaning(SourceFile file) {
        DefinitionFile tree = SagaNotation.parse(file).value();
        return Meaning.of(tree);
    }

    /** All comments, each with its lines as far as blanks do not matter. */
    private static List<List<String>> comments(Phrase file) {
        return ((Written) file)
                .words()
                .flatMap(word -> Stream.concat(word.before().stream(), word.behind().stream()))
                .map(Comment::text)
                .map(text -> text.lines().map(String::strip).toList())
                .toList();
    }

    private static boolean isOfWindows(String text) {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r';
    }
}
