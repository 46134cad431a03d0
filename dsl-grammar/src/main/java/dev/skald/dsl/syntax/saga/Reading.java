package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.syntax.Placement;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * What goes into the reading of one text: from its characters to the parser, and the builders for what the parser
 * finds.
 */
final class Reading {

    private final Diagnostics diagnostics = new Diagnostics();
    private final SagaParser parser;
    private final Recovery recovery;
    private final Literals literals;
    private final ExpressionBuilder expressions;

    private Reading(String text, Region outermost, Placement placement) {
        Places places = new Places(placement);
        Arrangement arrangement = Layout.arrange(tokens(text), outermost, places, diagnostics);
        this.recovery = new Recovery(arrangement, places, diagnostics);
        this.parser = parser(arrangement, recovery);
        this.literals = new Literals(places, diagnostics);
        this.expressions = new ExpressionBuilder(literals, arrangement);
    }

    /** The reading of a whole file. */
    static Reading ofFile(String text, Placement placement) {
        return new Reading(text, Region.FILE, placement);
    }

    /** The reading of a single value, in which no declaration begins, whatever its words are. */
    static Reading ofValue(String text, Placement placement) {
        return new Reading(text, Region.ELSEWHERE, placement);
    }

    private static List<Token> tokens(String text) {
        return tokens(text, Token.DEFAULT_CHANNEL);
    }

    /** All comments of a text. */
    static List<Token> comments(String text) {
        return tokens(text, Token.HIDDEN_CHANNEL);
    }

    private static List<Token> tokens(String text, int channel) {
        SagaLexer lexer = new SagaLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.nextToken();
            if (token.getChannel() == channel) {
                tokens.add(token);
            }
        } while (token.getType() != Token.EOF);
        return tokens;
    }

    private static SagaParser parser(Arrangement arrangement, Recovery recovery) {
        CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(arrangement.tokens()));
        tokens.fill();
        SagaParser parser = new SagaParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        // Every choice of the grammar is clear after a few words, whatever surrounds it: the slower mode is not needed.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser;
    }

    SagaParser parser() {
        return parser;
    }

    Literals literals() {
        return literals;
    }

    ExpressionBuilder expressions() {
        return expressions;
    }

    DeclarationBuilder declarations() {
        TypeBuilder types = new TypeBuilder(literals);
        return new DeclarationBuilder(
                literals, types, new SagaBuilder(literals, types, expressions, recovery::hasGivenUpIn));
    }

    <T> Result<T> result(T value) {
        recovery.reportUnclosed();
        return new Result<>(value, diagnostics.sorted());
    }
}
