package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.Placement;
import dev.skald.dsl.syntax.SourceComment;
import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.saga.SagaParser.FileContext;
import dev.skald.dsl.syntax.saga.SagaParser.LoneExpressionContext;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.written.Written.Phrase;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** The {@code .saga} notation of the language. */
public final class SagaNotation {

    private SagaNotation() {}

    /**
     * Reads one file. What cannot be read is reported and marked in the tree; the rest of the file is there all the
     * same.
     *
     * @param file the decoded text
     */
    public static Result<DefinitionFile> parse(SourceFile file) {
        Reading reading = Reading.ofFile(file.text(), new SourceText(file)::location);
        FileContext tree = reading.parser().file();
        return reading.result(new FileBuilder(file, reading.literals(), reading.declarations()).build(tree));
    }

    /**
     * Reads one file as it is written, with its comments; empty, with the reasons as errors, where it cannot be read.
     *
     * @param file the decoded text
     */
    public static Result<Optional<Phrase>> written(SourceFile file) {
        SourceText source = new SourceText(file);
        Reading reading = Reading.ofFile(file.text(), source::location);
        FileContext tree = reading.parser().file();
        Result<DefinitionFile> meaning =
                reading.result(new FileBuilder(file, reading.literals(), reading.declarations()).build(tree));
        return meaning.hasErrors()
                ? new Result<>(Optional.empty(), meaning.diagnostics())
                : new Result<>(
                        Optional.of(new WrittenBuilder(new WrittenWords(source, Reading.comments(file.text())))
                                .build(tree)),
                        meaning.diagnostics());
    }

    /** The comments of a file, in the order written. */
    public static List<SourceComment> comments(SourceFile file) {
        SourceText source = new SourceText(file);
        return Reading.comments(file.text()).stream()
                .map(token -> comment(token, source))
                .toList();
    }

    private static SourceComment comment(Token token, SourceText source) {
        int start = token.getStartIndex();
        boolean alone = source.text(source.lineStart(start), start).isBlank();
        String text = token.getText();
        String said = text.startsWith("//") ? text.substring(2) : text.substring(2, text.length() - 2);
        List<String> lines = said.strip()
                .lines()
                .map(line -> line.strip().replaceFirst("^\\*+ ?", ""))
                .toList();
        return new SourceComment(lines, alone, source.location(start, token.getStopIndex() + 1));
    }

    /**
     * Reads one expression, as it stands inside {@code ${…}} in the YAML notation.
     *
     * @param text the whole expression
     * @param placement where its characters stand in the file
     */
    public static Result<Expression> parseExpression(String text, Placement placement) {
        Reading reading = Reading.ofValue(text, placement);
        try {
            LoneExpressionContext expression = reading.parser().loneExpression();
            return reading.result(reading.expressions().expression(expression.expression(), expression));
        } catch (RecognitionException e) {
            // Reported, and around an expression of its own there is nothing to go on with.
            return reading.result(new Expression.Broken(placement.location(0, text.codePointCount(0, text.length()))));
        }
    }
}
