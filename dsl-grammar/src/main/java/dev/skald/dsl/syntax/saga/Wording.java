package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.language.Pattern;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in the user's words what the parser did not expect, and what it did. */
final class Wording {

    private static final int LONGEST_QUOTE = 40;
    private static final int LONGEST_LIST = 4;

    private static final List<String> PATTERNS =
            Arrays.stream(Pattern.values()).map(Pattern::word).toList();

    /** What a construct is called where nothing of it is there. */
    private static final Map<Integer, String> CONSTRUCTS = Map.ofEntries(
            Map.entry(SagaParser.RULE_name, "a name"),
            Map.entry(SagaParser.RULE_qualifiedName, "a name"),
            Map.entry(SagaParser.RULE_ruleId, "the id of a finding"),
            Map.entry(SagaParser.RULE_type, "a type"),
            Map.entry(SagaParser.RULE_field, "a field such as `orderId: uuid`"),
            Map.entry(SagaParser.RULE_undoCall, "a call such as `billing.authorize(…)`"),
            Map.entry(SagaParser.RULE_call, "a call such as `billing.authorize(…)`"),
            Map.entry(SagaParser.RULE_stepHead, "a call such as `billing.authorize(…)`"),
            Map.entry(SagaParser.RULE_expression, "a value"),
            Map.entry(SagaParser.RULE_disjunction, "a value"),
            Map.entry(SagaParser.RULE_conjunction, "a value"),
            Map.entry(SagaParser.RULE_equality, "a value"),
            Map.entry(SagaParser.RULE_presence, "a value"),
            Map.entry(SagaParser.RULE_product, "a value"),
            Map.entry(SagaParser.RULE_signed, "a value"),
            Map.entry(SagaParser.RULE_primary, "a value"),
            Map.entry(SagaParser.RULE_condition, "a condition"),
            Map.entry(SagaParser.RULE_argument, "a value"),
            Map.entry(SagaParser.RULE_duration, "a duration such as `10s`"),
            Map.entry(SagaParser.RULE_text, "a text in double quotes"));

    private static final Map<Integer, String> SIGNS = Map.of(
            SagaLexer.IDENTIFIER, "a name",
            SagaLexer.INTEGER, "a whole number",
            SagaLexer.DECIMAL, "a number",
            SagaLexer.DURATION, "a duration such as `10s`",
            SagaLexer.TEXT_OPEN, "a text in double quotes",
            SagaLexer.TEMPLATE_CLOSE, "`}`");

    private static final Map<String, String> CHARACTERS = Map.of(
            ";", "nothing stands at the end of a line",
            "'", "a text stands in double quotes",
            "“", "a text stands in straight double quotes: `\"`",
            "”", "a text stands in straight double quotes: `\"`",
            "‘", "a text stands in straight double quotes: `\"`",
            "’", "a text stands in straight double quotes: `\"`",
            "&", "write `and`",
            "|", "write `or`",
            "!", "write `not`",
            "#", "a comment begins with `//`");

    private final Arrangement arrangement;
    private final Places places;
    private final BraceSearch heads;

    Wording(Arrangement arrangement, Places places) {
        this.arrangement = arrangement;
        this.places = places;
        this.heads = BraceSearch.inTheDeclaration(arrangement);
    }

    /** The mistake at {@code found}, where {@code construct} was being read and only {@code expected} may stand. */
    Diagnostic unexpected(Token found, ParserRuleContext construct, IntervalSet expected) {
        return switch (found.getType()) {
            case SagaLexer.WRONG_CHARACTER, SagaLexer.WRONG_ESCAPE, SagaLexer.WRONG_NUMBER, SagaLexer.STRAY_BRACKET ->
                meaningless(found);
            case SagaLexer.TEMPLATE_OPEN ->
                unexpected(found, "this text cannot hold a template")
                        .withHelp("the characters themselves are written `\\${`");
            default -> unexpectedWord(found, construct, expected);
        };
    }

    private Diagnostic unexpectedWord(Token found, ParserRuleContext construct, IntervalSet expected) {
        Token before = arrangement.writtenBefore(found);
        Token next = arrangement.writtenFrom(found);
        if (next != found && isWithinArguments(found, construct)) {
            return keywordAmongArguments(next);
        }
        if (expected.contains(SagaLexer.IDENTIFIER) && Words.isNeverName(next)) {
            return unexpected(next, quoted(next) + " cannot be a name");
        }
        boolean isAtEnd = next.getType() == Token.EOF;
        boolean isOnNextLine = before.getLine() < next.getLine() || isAtEnd;
        boolean isBefore = isOnNextLine && !isUnknownClause(next, construct);
        Optional<String> wanted = isOnNextLine && expected.contains(SagaLexer.OPEN_BRACE)
                ? Optional.of("`{`").filter(brace -> isBefore)
                : construct(found, construct).or(() -> list(expected));
        if (wanted.isPresent() && isOnNextLine) {
            return unexpected(before, wanted.get() + " is missing after " + quoted(before));
        }
        if (isAtEnd) {
            return Diagnostic.of(DiagnosticId.SYNTAX_UNEXPECTED, places.behind(before), "the file ends too early");
        }
        return helped(
                unexpected(
                        next,
                        wanted.map(words -> words + " is expected here, not " + quoted(next))
                                .orElseGet(() -> quoted(next) + " has no place here")),
                next,
                construct);
    }

    /** Whether a word on a line of its own, in the head of a saga that goes on behind it, begins no clause. */
    private boolean isUnknownClause(Token word, ParserRuleContext construct) {
        return word.getType() == SagaLexer.IDENTIFIER
                && construct.getRuleIndex() == SagaParser.RULE_declaration
                && heads.finds(word);
    }

    private Diagnostic helped(Diagnostic diagnostic, Token found, ParserRuleContext construct) {
        Optional<String> habit = Habits.help(found, arrangement.writtenBefore(found), construct.getRuleIndex());
        if (habit.isPresent()) {
            return Habits.replacement(found, construct.getRuleIndex())
                    .map(sign -> diagnostic.withFix(places.of(found), sign))
                    .orElse(diagnostic)
                    .withHelp(habit.get());
        }
        return switch (construct.getRuleIndex()) {
            case SagaParser.RULE_target ->
                diagnostic.withHelp("a call names the participant and its operation: `billing.authorize(…)`");
            case SagaParser.RULE_file ->
                Homes.of(found)
                        .map(diagnostic::withHelp)
                        .orElseGet(() ->
                                diagnostic.withHelp("a declaration begins with `record`, `enum`, `error`, `extern`,"
                                        + " `participant` or `saga`"));
            case SagaParser.RULE_declaration ->
                arrangement
                        .hyphenated(found)
                        .flatMap(word -> Suggestions.nearest(word, PATTERNS))
                        .map(pattern -> diagnostic
                                .withHelp("a similar word is `" + pattern + "`")
                                .withFix(places.between(found, arrangement.behindHyphen(found)), pattern))
                        .or(() -> Homes.of(found).map(diagnostic::withHelp))
                        .orElse(diagnostic);
            default -> Homes.of(found).map(diagnostic::withHelp).orElse(diagnostic);
        };
    }

    /** What is written, in backticks, cut to a readable length. */
    static String quoted(Token token) {
        return token.getType() == SagaLexer.TEXT_CLOSE ? "the text" : quoted(token.getText());
    }

    private static String quoted(String text) {
        if (text.isEmpty()) {
            return "";
        }
        int length = text.codePointCount(0, text.length());
        String shown =
                length <= LONGEST_QUOTE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        return "`" + shown + "`";
    }

    private Diagnostic meaningless(Token found) {
        return switch (found.getType()) {
            case SagaLexer.STRAY_BRACKET ->
                unexpected(
                        found,
                        quoted(found) + (found.getText().equals("{") ? " has no place here" : " closes nothing"));
            case SagaLexer.WRONG_NUMBER -> wrongNumber(found, places.of(found));
            case SagaLexer.WRONG_ESCAPE ->
                wrong(found, quoted(found) + " means nothing in a text")
                        .withHelp("known are `\\\"`, `\\\\`, `\\n`, `\\t`, `\\$` and `\\u{1F600}`");
            default -> {
                Diagnostic diagnostic = wrong(found, visible(found) + " has no meaning in a definition");
                String help = CHARACTERS.get(found.getText());
                yield help == null ? blank(found, diagnostic) : character(found, diagnostic.withHelp(help));
            }
        };
    }

    /** A number that runs into letters. */
    static Diagnostic wrongNumber(Token number, SourceLocation location) {
        return Diagnostic.of(
                        DiagnosticId.SYNTAX_TOKEN, location, quoted(number) + " is neither a number nor a duration")
                .withHelp("a duration is written with units in falling order: `500ms`, `10s`, `1h30m`, `7d`");
    }

    private static String visible(Token found) {
        int character = found.getText().codePointAt(0);
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> String.format("the character U+%04X", character);
            default -> quoted(found);
        };
    }

    /** What to do about a character that looks like a blank. */
    private Diagnostic blank(Token found, Diagnostic diagnostic) {
        return Character.getType(found.getText().codePointAt(0)) == Character.SPACE_SEPARATOR
                ? diagnostic
                        .withHelp("it only looks like a blank; write one in its place")
                        .withFix(places.of(found), " ")
                : diagnostic;
    }

    private Diagnostic character(Token found, Diagnostic diagnostic) {
        return found.getText().equals(";") ? diagnostic.withFix(places.of(found), "") : diagnostic;
    }

    private Diagnostic keywordAmongArguments(Token keyword) {
        return unexpected(keyword, quoted(keyword) + " begins a clause, because it is the first word of its line")
                .withHelp(
                        "to mean a value of that name, write it behind another word of the line, or name the argument: `"
                                + keyword.getText() + ": …`");
    }

    private static boolean isWithinArguments(Token found, ParserRuleContext construct) {
        for (ParserRuleContext outer = construct; outer != null; outer = outer.getParent()) {
            if (outer.getRuleIndex() == SagaParser.RULE_arguments && outer.getStart() != found) {
                return true;
            }
        }
        return false;
    }

    /** The largest construct that should begin at {@code found}, if that is what is missing. */
    private static Optional<String> construct(Token found, ParserRuleContext innermost) {
        Optional<String> largest = Optional.empty();
        ParserRuleContext construct = innermost;
        while (construct != null && construct.getStart() == found) {
            String name = CONSTRUCTS.get(construct.getRuleIndex());
            largest = name == null ? largest : Optional.of(name);
            construct = construct.getParent();
        }
        return largest;
    }

    /** The expected signs and words, if they are few. */
    private static Optional<String> list(IntervalSet expected) {
        if (expected.contains(SagaLexer.ASSIGN)) {
            return Optional.of("`=`");
        }
        Set<String> words = new LinkedHashSet<>();
        boolean hasName = expected.contains(SagaLexer.IDENTIFIER);
        for (int type : expected.toList()) {
            String written = SIGNS.getOrDefault(type, quoted(Words.written(type)));
            if (!(hasName && Words.isKeyword(type)) && !written.isEmpty()) {
                words.add(written);
            }
        }
        if (words.isEmpty() || words.size() > LONGEST_LIST) {
            return Optional.empty();
        }
        List<String> all = List.copyOf(words);
        int last = all.size() - 1;
        return Optional.of(last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " or " + all.get(last));
    }

    private Diagnostic unexpected(Token found, String message) {
        return Diagnostic.of(DiagnosticId.SYNTAX_UNEXPECTED, places.of(found), message);
    }

    private Diagnostic wrong(Token found, String message) {
        return Diagnostic.of(DiagnosticId.SYNTAX_TOKEN, places.of(found), message);
    }
}
