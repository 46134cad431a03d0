package dev.skald.dsl.syntax.saga;

import static dev.skald.dsl.syntax.saga.SagaLexer.OPEN_BRACE;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.saga.SagaParser.EntryContext;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
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
import org.jspecify.annotations.Nullable;

/**
 * Gets the parser over mistakes. A construct that could not be read is given up together with all that is in it, up to
 * the next word that begins something new among the same brackets: a bad clause costs that clause, a bad step that
 * step.
 */
final class Recovery extends DefaultErrorStrategy {

    private final Arrangement arrangement;
    private final Places places;
    private final Wording wording;
    private final BraceSearch blocks;
    private final Diagnostics diagnostics;
    private final BitSet losses = new BitSet();
    private final BitSet mistakes = new BitSet();
    private final BitSet mistakesOfBraces = new BitSet();
    private IntervalSet passed = new IntervalSet();
    private @Nullable ParserRuleContext passedIn;
    private int passedAt = -1;
    private Token meaningless = new CommonToken(Token.INVALID_TYPE, "");
    private int reportedAt = -1;
    private int misspeltLine = -1;

    Recovery(Arrangement arrangement, Places places, Diagnostics diagnostics) {
        this.arrangement = arrangement;
        this.places = places;
        this.wording = new Wording(arrangement, places);
        this.blocks = BraceSearch.onTheLine(arrangement);
        this.diagnostics = diagnostics;
    }

    /** Whether anything in a construct could not be read. */
    boolean hasGivenUpIn(ParserRuleContext construct) {
        int loss = losses.nextSetBit(construct.getStart().getTokenIndex());
        return 0 <= loss && loss <= construct.getStop().getTokenIndex();
    }

    /** Reports the brackets that were closed for want of a closing one, unless another mistake explains that. */
    void reportUnclosed() {
        arrangement.unclosed().values().stream()
                .filter(bracket -> !isExplained(bracket))
                .map(Arrangement.Unclosed::finding)
                .forEach(diagnostics::report);
    }

    private boolean isExplained(Arrangement.Unclosed bracket) {
        int opening = bracket.opening().getTokenIndex();
        return switch (bracket.opening().getType()) {
            case SagaLexer.TEXT_OPEN, SagaLexer.TEMPLATE_OPEN -> {
                // With a quote missing before it, what was meant as text is code, and what was meant as code is text.
                int before = mistakes.previousSetBit(opening);
                yield 0 <= before
                        && arrangement.tokens().get(before).getLine()
                                == bracket.opening().getLine();
            }
            case OPEN_BRACE -> isIn(mistakesOfBraces, bracket) || isAtEnd(bracket);
            default -> isIn(mistakes, bracket) || isAtEnd(bracket);
        };
    }

    private static boolean isIn(BitSet mistakes, Arrangement.Unclosed bracket) {
        int mistake = mistakes.nextSetBit(bracket.opening().getTokenIndex());
        return 0 <= mistake && mistake < bracket.closing().getTokenIndex();
    }

    /** Whether the last word before the bracket is missed is a mistake: the file may break off there. */
    private boolean isAtEnd(Arrangement.Unclosed bracket) {
        return mistakes.get(arrangement.writtenBefore(bracket.closing()).getTokenIndex());
    }

    /** Reports a construct that could not be read, unless something in what is given up for it is reported already. */
    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        if (reportedAt < givenUpFrom(parser.getContext())) {
            report(parser, mistake.getOffendingToken(), expected(parser, expected(mistake)));
        }
        beginErrorCondition(parser);
    }

    /** Skips what is given up, or leaves that to a larger construct. */
    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        Set<Integer> next = RecoveryPoints.GIVEN_UP.get(parser.getContext().getRuleIndex());
        if (next == null) {
            throw mistake;
        }
        losses.set(parser.getCurrentToken().getTokenIndex());
        Token first = parser.getContext().getStart();
        if (parser.getCurrentToken() == first && Words.isKeyword(first.getType())) {
            parser.consume();
        }
        skip(parser, next, arrangement.depthAround(first));
    }

    /** Called where one certain token is missing: a misspelt word may be it. */
    @Override
    public Token recoverInline(Parser parser) {
        skipMeaningless(parser);
        IntervalSet expected = parser.getExpectedTokens();
        if (!expected.contains(parser.getCurrentToken().getType())
                && !respell(parser, expected)
                && !skipToBrace(parser, expected)) {
            throw new InputMismatchException(parser);
        }
        reportMatch(parser);
        return parser.consume();
    }

    /** Skips what stands between the head of a block and its brace, so that the block is not lost. */
    private boolean skipToBrace(Parser parser, IntervalSet expected) {
        Token found = parser.getCurrentToken();
        boolean follows = expected.contains(OPEN_BRACE) && blocks.finds(found);
        if (follows) {
            report(parser, found, expected(parser, expected));
            losses.set(found.getTokenIndex());
            skip(parser, Set.of(OPEN_BRACE), arrangement.depth(found));
        }
        return follows;
    }

    /** Called wherever parts of a construct may follow: skips what is none. */
    @Override
    public void sync(Parser parser) {
        ATNState state = parser.getATN().states.get(parser.getState());
        if (parser.getATN().nextTokens(state).contains(parser.getCurrentToken().getType())) {
            return;
        }
        skipMeaningless(parser);
        passed(parser, state);
        if (isNoMember(parser)) {
            respell(parser, parser.getATN().nextTokens(state));
        }
        Set<Integer> nextInList = RecoveryPoints.LISTS.get(parser.getContext().getRuleIndex());
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
        if (isLeftOver(parser, found)) {
            beginErrorCondition(parser);
        }
        report(parser, found, expected);
        losses.set(found.getTokenIndex());
        Set<Integer> next = isLostStatement(parser, found) ? RecoveryPoints.AMONG_STATEMENTS : nextInList;
        int depth = arrangement.depthAround(found);
        if (isWithin(parser, depth)) {
            parser.consume();
        }
        skip(parser, next, depth);
    }

    /** Whether a statement stands outside of its saga, because something reported there has cost the saga a brace. */
    private boolean isLeftOver(Parser parser, Token found) {
        boolean isStatement = found.getType() == OPEN_BRACE
                || Words.STATEMENT.contains(found.getType())
                || Words.STEP_CLAUSE.contains(found.getType());
        return isStatement
                && parser.getContext().getRuleIndex() == SagaParser.RULE_file
                && lastEntry(parser.getContext())
                        .filter(entry -> entry.getStart().getTokenIndex() <= reportedAt)
                        .isPresent();
    }

    private static Optional<EntryContext> lastEntry(ParserRuleContext file) {
        for (int index = file.getChildCount() - 1; index >= 0; index--) {
            if (file.getChild(index) instanceof EntryContext entry) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a statement seems to have lost its first words, so that the clauses that follow are not the step's
     * before.
     */
    private static boolean isLostStatement(Parser parser, Token found) {
        int next = parser.getInputStream().LA(2);
        return parser.getContext().getRuleIndex() == SagaParser.RULE_statement
                && found.getType() != Token.EOF
                && (next == SagaLexer.ASSIGN || next == SagaLexer.DOT);
    }

    private void report(Parser parser, Token found, IntervalSet expected) {
        if (!inErrorRecoveryMode(parser) && !isSettled(found)) {
            diagnostics.report(wording.unexpected(found, parser.getContext(), expected));
            int type = found.getType();
            mistakes.set(found.getTokenIndex());
            mistakesOfBraces.set(
                    found.getTokenIndex(), Words.MARKER.contains(type) || type == OPEN_BRACE || Words.isKeyword(type));
        }
        reportedAt = found.getTokenIndex();
        beginErrorCondition(parser);
    }

    private boolean isSettled(Token found) {
        return arrangement.isSettled(found)
                || found.getLine() == misspeltLine
                || arrangement.unclosedAround(found).filter(this::isExplained).isPresent();
    }

    private static int givenUpFrom(ParserRuleContext construct) {
        ParserRuleContext outer = construct;
        while (outer.getParent() != null && !RecoveryPoints.GIVEN_UP.containsKey(outer.getRuleIndex())) {
            outer = outer.getParent();
        }
        return outer.getParent() == null ? Integer.MAX_VALUE : outer.getStart().getTokenIndex();
    }

    /** Whether a name stands where the next field or operation may begin, though none begins with it. */
    private static boolean isNoMember(Parser parser) {
        int next = parser.getInputStream().LA(2);
        return switch (parser.getContext().getRuleIndex()) {
            case SagaParser.RULE_field -> next != SagaLexer.COLON;
            case SagaParser.RULE_operation -> next != SagaLexer.OPEN_PAREN;
            default -> false;
        };
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
        return token.getType() != Token.EOF
                && token.getType() != SagaLexer.NEW_DECLARATION
                && arrangement.depth(token) >= depth;
    }

    private boolean isNext(Token token, Set<Integer> next, int depth) {
        return arrangement.depth(token) == depth
                && next.contains(token.getType())
                && (!Words.isKeyword(token.getType()) || arrangement.seemsToBegin(token));
    }

    /** Skips what stands nowhere; the same sign twice on a line is one mistake. */
    private void skipMeaningless(Parser parser) {
        Token found = parser.getCurrentToken();
        while (Words.MEANINGLESS.contains(found.getType())) {
            if (found.getLine() == meaningless.getLine() && found.getText().equals(meaningless.getText())) {
                beginErrorCondition(parser);
            }
            report(parser, found, IntervalSet.EMPTY_SET);
            meaningless = found;
            parser.consume();
            found = parser.getCurrentToken();
        }
    }

    // Misspelt words

    /** Takes a word for the expected keyword that it nearly is. */
    private boolean respell(Parser parser, IntervalSet expected) {
        if (expected.contains(SagaLexer.IDENTIFIER)) {
            return false;
        }
        Token word = parser.getCurrentToken();
        Optional<Integer> meant = Spelling.meant(word, expected.toList());
        meant.ifPresent(keyword -> {
            if (!inErrorRecoveryMode(parser)) {
                diagnostics.report(Spelling.finding(word, keyword, places.of(word)));
                mistakes.set(word.getTokenIndex());
                reportedAt = word.getTokenIndex();
                misspeltLine = word.getLine();
            }
            ((WritableToken) word).setType(keyword);
        });
        return meant.isPresent();
    }

    // What was expected

    /** Remembers what might have stood here, though it need not. */
    private void passed(Parser parser, ATNState state) {
        int index = parser.getCurrentToken().getTokenIndex();
        if (index != passedAt || parser.getContext() != passedIn) {
            passedAt = index;
            passedIn = parser.getContext();
            passed = new IntervalSet();
        }
        passed.addAll(parser.getATN().nextTokens(state));
    }

    /** What must follow in a construct, and what might have before that. */
    private IntervalSet expected(Parser parser, IntervalSet needed) {
        boolean isHere = parser.getCurrentToken().getTokenIndex() == passedAt && parser.getContext() == passedIn;
        return isHere ? needed.or(passed) : needed;
    }

    private static IntervalSet expected(RecognitionException mistake) {
        if (!(mistake instanceof NoViableAltException choice) || choice.getDeadEndConfigs() == null) {
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
