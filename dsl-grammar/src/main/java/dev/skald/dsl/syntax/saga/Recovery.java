package dev.skald.dsl.syntax.saga;

import static dev.skald.dsl.syntax.saga.SagaLexer.COMMA;
import static dev.skald.dsl.syntax.saga.SagaLexer.NEW_CLAUSE;
import static dev.skald.dsl.syntax.saga.SagaLexer.NEW_DECLARATION;
import static dev.skald.dsl.syntax.saga.SagaLexer.NEW_MEMBER;
import static dev.skald.dsl.syntax.saga.SagaLexer.NEW_STATEMENT;
import static dev.skald.dsl.syntax.saga.SagaLexer.OPEN_BRACE;
import static java.util.stream.Collectors.toMap;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Gets the parser over mistakes. A construct that could not be read is given up together with all that is in it, up to
 * the next word that begins something new among the same brackets: a bad clause costs that clause, a bad step that
 * step.
 */
final class Recovery extends DefaultErrorStrategy {

    private static final Set<Integer> AMONG_CLAUSES = Words.union(List.of(
            Words.STEP_CLAUSE, Words.FLOW_CLAUSE, Words.STATEMENT, Set.of(NEW_CLAUSE, NEW_STATEMENT, OPEN_BRACE)));
    private static final Set<Integer> IN_HEAD =
            Words.union(List.of(Words.HEADER_CLAUSE, Set.of(NEW_CLAUSE, OPEN_BRACE)));
    private static final Set<Integer> AMONG_STATEMENTS = Words.union(List.of(Words.STATEMENT, Set.of(NEW_STATEMENT)));
    private static final Set<Integer> AMONG_MEMBERS = Set.of(NEW_MEMBER);
    private static final Set<Integer> IN_LIST = Set.of(COMMA, NEW_MEMBER);

    /** The constructs that are given up as a whole, each with what may come after it. */
    private static final Map<Integer, Set<Integer>> GIVEN_UP = Map.ofEntries(
            Map.entry(SagaParser.RULE_entry, Set.of(NEW_DECLARATION)),
            Map.entry(SagaParser.RULE_field, IN_LIST),
            Map.entry(SagaParser.RULE_operation, AMONG_MEMBERS),
            Map.entry(SagaParser.RULE_participantClause, Set.of(OPEN_BRACE)),
            Map.entry(SagaParser.RULE_sagaHead, IN_HEAD),
            Map.entry(SagaParser.RULE_headerClause, IN_HEAD),
            Map.entry(SagaParser.RULE_statement, AMONG_STATEMENTS),
            Map.entry(SagaParser.RULE_branch, AMONG_STATEMENTS),
            Map.entry(SagaParser.RULE_condition, Set.of(OPEN_BRACE, NEW_STATEMENT)),
            Map.entry(SagaParser.RULE_loopHead, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_awaitHead, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_loopClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_stepHead, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_stepClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_undoCall, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_undoClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_defaultsClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_limit, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_retryClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_argument, IN_LIST),
            Map.entry(SagaParser.RULE_element, IN_LIST));

    /** The constructs with a list in them, each with what the next part of the list may begin with. */
    private static final Map<Integer, Set<Integer>> LISTS = Map.ofEntries(
            Map.entry(SagaParser.RULE_file, Set.of(NEW_DECLARATION)),
            Map.entry(SagaParser.RULE_declaration, IN_HEAD),
            Map.entry(SagaParser.RULE_fields, IN_LIST),
            Map.entry(SagaParser.RULE_constants, IN_LIST),
            Map.entry(SagaParser.RULE_parameters, IN_LIST),
            Map.entry(SagaParser.RULE_operations, AMONG_MEMBERS),
            Map.entry(SagaParser.RULE_operation, AMONG_MEMBERS),
            Map.entry(SagaParser.RULE_block, AMONG_STATEMENTS),
            Map.entry(SagaParser.RULE_branches, AMONG_STATEMENTS),
            Map.entry(SagaParser.RULE_statement, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_undoClauses, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_defaults, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_limits, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_retryClauses, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_arguments, IN_LIST),
            Map.entry(SagaParser.RULE_primary, IN_LIST));

    private static final int SHORTEST_MISSPELT = 3;

    private final Arrangement arrangement;
    private final Wording wording;
    private final Diagnostics diagnostics;
    private int reportedAt = -1;

    Recovery(Arrangement arrangement, Places places, Diagnostics diagnostics) {
        this.arrangement = arrangement;
        this.wording = new Wording(arrangement, places);
        this.diagnostics = diagnostics;
    }

    /** Reports a construct that could not be read, unless something in what is given up for it is reported already. */
    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        if (reportedAt < givenUpFrom(parser.getContext())) {
            report(parser, mistake.getOffendingToken(), expected(mistake));
        }
        beginErrorCondition(parser);
    }

    /** Skips what is given up, or leaves that to a larger construct. */
    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        Set<Integer> next = GIVEN_UP.get(parser.getContext().getRuleIndex());
        if (next == null) {
            throw mistake;
        }
        skip(parser, next, arrangement.depthAround(parser.getContext().getStart()));
    }

    /** Called where one certain token is missing: a misspelt word may be it. */
    @Override
    public Token recoverInline(Parser parser) {
        skipMeaningless(parser);
        IntervalSet expected = parser.getExpectedTokens();
        if (!expected.contains(parser.getCurrentToken().getType()) && !respell(parser, expected)) {
            throw new InputMismatchException(parser);
        }
        reportMatch(parser);
        return parser.consume();
    }

    /** Called wherever parts of a construct may follow: skips what is none. */
    @Override
    public void sync(Parser parser) {
        ATNState state = parser.getATN().states.get(parser.getState());
        if (parser.getATN().nextTokens(state).contains(parser.getCurrentToken().getType())) {
            return;
        }
        skipMeaningless(parser);
        Set<Integer> nextInList = LISTS.get(parser.getContext().getRuleIndex());
        if (nextInList != null && isLoop(state)) {
            syncList(parser, nextInList);
        } else if (parser.getCurrentToken().getType() == SagaLexer.IDENTIFIER) {
            respell(parser, parser.getExpectedTokens());
        }
    }

    private void syncList(Parser parser, Set<Integer> nextInList) {
        IntervalSet expected = parser.getExpectedTokens();
        Token found = parser.getCurrentToken();
        if (expected.contains(found.getType()) || respell(parser, expected)) {
            return;
        }
        report(parser, found, expected);
        int depth = arrangement.depthAround(found);
        if (isWithin(parser, depth)) {
            parser.consume();
        }
        skip(parser, nextInList, depth);
    }

    private void report(Parser parser, Token found, IntervalSet expected) {
        if (!inErrorRecoveryMode(parser) && !arrangement.isSettled(found)) {
            diagnostics.report(wording.unexpected(found, parser.getContext(), expected));
        }
        reportedAt = found.getTokenIndex();
        beginErrorCondition(parser);
    }

    private static int givenUpFrom(ParserRuleContext construct) {
        ParserRuleContext outer = construct;
        while (outer.getParent() != null && !GIVEN_UP.containsKey(outer.getRuleIndex())) {
            outer = outer.getParent();
        }
        return outer.getParent() == null ? Integer.MAX_VALUE : outer.getStart().getTokenIndex();
    }

    private static boolean isLoop(ATNState state) {
        return state.getStateType() == ATNState.STAR_LOOP_ENTRY || state.getStateType() == ATNState.STAR_LOOP_BACK;
    }

    // Skipping

    /** Skips to the next token among the same brackets that is one of {@code next}, or to the end of the brackets. */
    private void skip(Parser parser, Set<Integer> next, int depth) {
        while (isWithin(parser, depth) && !isNext(parser.getCurrentToken(), next, depth)) {
            parser.consume();
        }
    }

    private boolean isWithin(Parser parser, int depth) {
        Token token = parser.getCurrentToken();
        return token.getType() != Token.EOF && arrangement.depth(token) >= depth;
    }

    private boolean isNext(Token token, Set<Integer> next, int depth) {
        return arrangement.depth(token) == depth
                && next.contains(token.getType())
                && (!Words.isKeyword(token.getType()) || arrangement.seemsToBegin(token));
    }

    private void skipMeaningless(Parser parser) {
        while (Words.MEANINGLESS.contains(parser.getCurrentToken().getType())) {
            report(parser, parser.getCurrentToken(), IntervalSet.EMPTY_SET);
            parser.consume();
        }
    }

    // Misspelt words

    /** Takes a word for the expected keyword that it nearly is. */
    private boolean respell(Parser parser, IntervalSet expected) {
        Token word = parser.getCurrentToken();
        if (word.getType() != SagaLexer.IDENTIFIER
                || expected.contains(SagaLexer.IDENTIFIER)
                || word.getText().length() < SHORTEST_MISSPELT) {
            return false;
        }
        Map<String, Integer> keywords = expected.toList().stream()
                .filter(Words::isKeyword)
                .filter(type -> Words.written(type).length() >= SHORTEST_MISSPELT)
                .collect(toMap(Words::written, Function.identity()));
        Optional<String> meant = Suggestions.nearest(word.getText(), keywords.keySet());
        meant.ifPresent(keyword -> {
            if (!inErrorRecoveryMode(parser)) {
                diagnostics.report(wording.misspelt(word, keyword));
                reportedAt = word.getTokenIndex();
            }
            ((WritableToken) word).setType(keywords.getOrDefault(keyword, SagaLexer.IDENTIFIER));
        });
        return meant.isPresent();
    }

    // What was expected

    private static IntervalSet expected(RecognitionException mistake) {
        if (!(mistake instanceof NoViableAltException choice)) {
            return mistake.getExpectedTokens();
        }
        IntervalSet expected = new IntervalSet();
        for (ATNConfig reached : choice.getDeadEndConfigs()) {
            for (Transition transition : reached.state.getTransitions()) {
                if (!transition.isEpsilon()) {
                    expected.addAll(transition.label());
                }
            }
        }
        return expected;
    }
}
