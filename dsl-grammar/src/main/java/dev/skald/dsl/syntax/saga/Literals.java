package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.saga.SagaParser.AcceptanceContext;
import dev.skald.dsl.syntax.saga.SagaParser.DurationContext;
import dev.skald.dsl.syntax.saga.SagaParser.NameContext;
import dev.skald.dsl.syntax.saga.SagaParser.QualifiedNameContext;
import dev.skald.dsl.syntax.saga.SagaParser.TextContext;
import dev.skald.dsl.syntax.tree.Acceptance;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds the smallest parts of the tree: names, texts, numbers, durations. */
final class Literals {

    private static final int MOST_DIGITS = 100;

    private final Places places;
    private final Diagnostics diagnostics;

    Literals(Places places, Diagnostics diagnostics) {
        this.places = places;
        this.diagnostics = diagnostics;
    }

    /** Whether a construct is there and all of it could be read. */
    static boolean isWhole(@Nullable ParserRuleContext construct) {
        return construct != null && construct.exception == null;
    }

    /** Whether something in a list could not be read and was skipped. */
    static boolean hasGaps(ParserRuleContext list) {
        return list.children != null && list.children.stream().anyMatch(ErrorNode.class::isInstance);
    }

    SourceLocation location(ParserRuleContext construct) {
        return places.of(construct);
    }

    SourceLocation location(Token token) {
        return places.of(token);
    }

    SourceLocation location(Token first, Token last) {
        return places.between(first, last);
    }

    <T> Once<T> once(String clause) {
        return new Once<>(clause, diagnostics);
    }

    void report(DiagnosticId id, SourceLocation location, String message) {
        report(Diagnostic.of(id, location, message));
    }

    void report(Diagnostic diagnostic) {
        diagnostics.report(diagnostic);
    }

    Name word(Token token) {
        return new Name(token.getText(), places.of(token));
    }

    Name name(NameContext name) {
        return word(name.getStart());
    }

    /** A name, where one could be read. */
    Optional<Name> readable(@Nullable NameContext name) {
        return name != null && isWhole(name) ? Optional.of(name(name)) : Optional.empty();
    }

    QualifiedName qualifiedName(QualifiedNameContext name) {
        return names(name.name());
    }

    QualifiedName names(List<NameContext> parts) {
        return new QualifiedName(parts.stream().map(this::name).toList());
    }

    Text text(TextContext text) {
        return new Text(content(text.children), places.of(text));
    }

    /** A text, where there is one. */
    Optional<Text> textOf(@Nullable TextContext text) {
        return text != null && isWhole(text) ? Optional.of(text(text)) : Optional.empty();
    }

    Acceptance acceptance(AcceptanceContext acceptance) {
        Name rule = new Name(acceptance.ruleId().getText(), places.of(acceptance.ruleId()));
        return new Acceptance(rule, textOf(acceptance.text()), places.of(acceptance));
    }

    /** What stands between the quotes, escapes resolved. */
    String content(List<? extends ParseTree> parts) {
        StringBuilder content = new StringBuilder();
        for (ParseTree part : parts) {
            if (part instanceof TerminalNode node && !(part instanceof ErrorNode)) {
                append(content, node.getSymbol());
            }
        }
        return content.toString();
    }

    private void append(StringBuilder content, Token part) {
        if (part.getType() == SagaLexer.PLAIN) {
            content.append(part.getText());
        } else if (part.getType() == SagaLexer.ESCAPE) {
            unescape(content, part);
        }
    }

    private void unescape(StringBuilder content, Token escape) {
        String written = escape.getText();
        switch (written.charAt(1)) {
            case 'n' -> content.append('\n');
            case 't' -> content.append('\t');
            case 'u' -> appendCharacter(content, escape, written.substring(3, written.length() - 1));
            default -> content.append(written.charAt(1));
        }
    }

    private void appendCharacter(StringBuilder content, Token escape, String hexadecimal) {
        int character = hexadecimal.length() > 6 ? -1 : Integer.parseInt(hexadecimal, 16);
        if (Character.isValidCodePoint(character) && Character.getType(character) != Character.SURROGATE) {
            content.appendCodePoint(character);
        } else {
            report(
                    DiagnosticId.SYNTAX_TOKEN,
                    places.of(escape),
                    Wording.quoted(escape) + " is no character of Unicode");
        }
    }

    Located<Duration> duration(DurationContext duration) {
        return new Located<>(value(duration), places.of(duration));
    }

    private Duration value(DurationContext duration) {
        return Durations.parse(duration.getText()).orElseGet(() -> {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.SYNTAX_TOKEN,
                            places.of(duration),
                            Wording.quoted(duration.getStart()) + " is not a duration")
                    .withHelp(
                            "a duration is written with units in falling order, each once and with nine digits at most:"
                                    + " `500ms`, `10s`, `1h30m`, `7d`"));
            return Duration.ZERO;
        });
    }

    Located<Integer> count(Token number) {
        BigInteger value = integer(number);
        boolean fits = value.bitLength() < Integer.SIZE;
        if (!fits) {
            report(DiagnosticId.SYNTAX_TOKEN, places.of(number), Wording.quoted(number) + " is too large here");
        }
        return new Located<>(fits ? value.intValue() : Integer.MAX_VALUE, places.of(number));
    }

    /** A number of attempts: none would read as no limit at all. */
    Located<Integer> attempts(Token number) {
        Located<Integer> count = count(number);
        if (count.value() > 0) {
            return count;
        }
        report(DiagnosticId.TYPE_RANGE, count.location(), "`attempts` is at least 1, the first try included");
        return new Located<>(1, count.location());
    }

    BigInteger integer(Token number) {
        return isShort(number) ? new BigInteger(number.getText()) : BigInteger.ONE;
    }

    BigDecimal decimal(Token number) {
        return isShort(number) ? new BigDecimal(number.getText()) : BigDecimal.ONE;
    }

    private boolean isShort(Token number) {
        boolean isShort = number.getText().length() <= MOST_DIGITS;
        if (!isShort) {
            report(
                    DiagnosticId.SYNTAX_TOKEN,
                    places.of(number),
                    Wording.quoted(number) + " has more than " + MOST_DIGITS + " digits");
        }
        return isShort;
    }
}
