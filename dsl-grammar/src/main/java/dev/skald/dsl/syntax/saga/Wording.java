package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.SourceLocation;
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
            SagaLexer.TEXT_OPEN, "a text in double quotes");

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

    Wording(Arrangement arrangement, Places places) {
        this.arrangement = arrangement;
        this.places = places;
    }

    /** The mistake at {@code found}, where {@code construct} was being read and only {@code expected} may stand. */
    Diagnostic unexpected(Token found, ParserRuleContext construct, IntervalSet expected) {
        if (Words.MEANINGLESS.contains(found.getType()) || Words.MISSHAPEN.contains(found.getType())) {
            return meaningless(found);
        }
        Optional<String> wanted = construct(found, construct).or(() -> list(expected));
        Token before = arrangement.writtenBefore(found);
        Token next = arrangement.writtenFrom(found);
        boolean isMarked = next != found;
        if (isMarked && isWithinArguments(construct)) {
            return keywordAmongArguments(next);
        }
        if (wanted.isPresent() && (before.getLine() < next.getLine() || next.getType() == Token.EOF)) {
            return unexpected(places.of(before), wanted.get() + " is missing after " + quoted(before));
        }
        Diagnostic diagnostic = unexpected(
                places.of(next),
                next.getType() == Token.EOF
                        ? "the file ends too early"
                        : wanted.map(words -> words + " is expected here, not " + quoted(next))
                                .orElseGet(() -> quoted(next) + " has no place here"));
        return Homes.of(next).map(diagnostic::withHelp).orElse(diagnostic);
    }

    /** A word that is nearly the keyword {@code meant}. */
    Diagnostic misspelt(Token found, String meant) {
        return unexpected(places.of(found), quoted(found) + " is not a word that can stand here")
                .withHelp("the nearest that can is `" + meant + "`");
    }

    /** What is written, in backticks, cut to a readable length. */
    static String quoted(Token token) {
        String text = token.getText();
        int length = text.codePointCount(0, text.length());
        String shown =
                length <= LONGEST_QUOTE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        return "`" + shown + "`";
    }

    private Diagnostic meaningless(Token found) {
        return switch (found.getType()) {
            case SagaLexer.STRAY_BRACKET -> unexpected(places.of(found), quoted(found) + " closes nothing");
            case SagaLexer.WRONG_NUMBER ->
                wrong(found, quoted(found) + " is neither a number nor a duration")
                        .withHelp("a duration is written with units in falling order: `500ms`, `10s`, `1h30m`, `7d`");
            case SagaLexer.WRONG_ESCAPE ->
                wrong(found, quoted(found) + " means nothing in a text")
                        .withHelp("known are `\\\"`, `\\\\`, `\\n`, `\\t`, `\\$` and `\\u{1F600}`");
            default -> {
                Diagnostic diagnostic = wrong(found, visible(found) + " has no meaning in a definition");
                String help = CHARACTERS.get(found.getText());
                yield help == null ? diagnostic : diagnostic.withHelp(help);
            }
        };
    }

    private static String visible(Token found) {
        int character = found.getText().codePointAt(0);
        return Character.isISOControl(character) || !Character.isDefined(character)
                ? String.format("the character U+%04X", character)
                : quoted(found);
    }

    private Diagnostic keywordAmongArguments(Token keyword) {
        return unexpected(
                        places.of(keyword),
                        quoted(keyword) + " begins a clause, because it is the first word of its line")
                .withHelp(
                        "to mean a value of that name, write it behind another word of the line, or name the argument: `"
                                + keyword.getText() + ": …`");
    }

    private static boolean isWithinArguments(ParserRuleContext construct) {
        for (ParserRuleContext outer = construct; outer != null; outer = outer.getParent()) {
            if (outer.getRuleIndex() == SagaParser.RULE_arguments) {
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
        Set<String> words = new LinkedHashSet<>();
        boolean hasName = expected.contains(SagaLexer.IDENTIFIER);
        for (int type : expected.toList()) {
            if (!(hasName && Words.isKeyword(type)) && !Words.MARKER.contains(type) && type != Token.EOF) {
                words.add(SIGNS.getOrDefault(type, "`" + Words.written(type) + "`"));
            }
        }
        if (words.isEmpty() || words.size() > LONGEST_LIST) {
            return Optional.empty();
        }
        List<String> all = List.copyOf(words);
        int last = all.size() - 1;
        return Optional.of(last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " or " + all.get(last));
    }

    private static Diagnostic unexpected(SourceLocation location, String message) {
        return Diagnostic.of(DiagnosticId.SYNTAX_UNEXPECTED, location, message);
    }

    private Diagnostic wrong(Token found, String message) {
        return Diagnostic.of(DiagnosticId.SYNTAX_TOKEN, places.of(found), message);
    }
}
