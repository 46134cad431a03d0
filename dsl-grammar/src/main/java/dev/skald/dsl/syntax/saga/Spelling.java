package dev.skald.dsl.syntax.saga;

import static java.util.stream.Collectors.toMap;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/** Recognizes keywords that are nearly right. */
final class Spelling {

    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_KEYWORD = 4;

    private Spelling() {}

    /** The keyword, one of {@code types}, that {@code word} nearly is. */
    static Optional<Integer> meant(Token word, Collection<Integer> types) {
        if (word.getType() != SagaLexer.IDENTIFIER || word.getText().length() < SHORTEST_WORD) {
            return Optional.empty();
        }
        Map<String, Integer> keywords = types.stream()
                .filter(Words::isKeyword)
                .filter(type -> Words.written(type).length() >= SHORTEST_KEYWORD)
                .collect(toMap(Words::written, Function.identity()));
        return Suggestions.nearest(word.getText(), keywords.keySet()).map(keywords::get);
    }

    /** The finding that {@code word} is not the keyword {@code meant}. */
    static Diagnostic finding(Token word, int meant, SourceLocation location) {
        return Diagnostic.of(DiagnosticId.SYNTAX_UNEXPECTED, location, Wording.quoted(word) + " has no place here")
                .withHelp("a similar word is `" + Words.written(meant) + "`")
                .withFix(location, Words.written(meant));
    }
}
