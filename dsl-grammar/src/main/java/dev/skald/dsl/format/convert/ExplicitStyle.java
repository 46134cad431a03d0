package dev.skald.dsl.format.convert;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Expression.Construction;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Statement.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The style that leaves nothing to the place: arguments, steps and records have their names, and a scalar of YAML is
 * the value that it writes. What both notations say comes out the same.
 */
final class ExplicitStyle implements Style {

    private final DefinitionFile file;
    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;

    ExplicitStyle(DefinitionFile file, Vocabulary vocabulary, Diagnostics diagnostics) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    @Override
    public List<Argument> arguments(List<Argument> arguments, Optional<Signature> signature) {
        List<Argument> named = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            Argument argument = arguments.get(index);
            Optional<Name> name = argument.name().isPresent() ? argument.name() : parameter(index, signature, argument);
            named.add(new Argument(name, argument.value(), argument.location()));
        }
        return named;
    }

    /** The parameter that an argument without a name is for, where nothing can be mixed up. */
    private Optional<Name> parameter(int index, Optional<Signature> signature, Argument argument) {
        Optional<String> parameter = signature
                .filter(taken -> index < taken.parameters().size())
                .map(taken -> taken.parameters().get(index).name().text());
        if (parameter.isEmpty()) {
            unknown(argument.location(), "the parameter that this is for is declared nowhere");
        } else if (!isClear(parameter.get(), signature.orElseThrow(), argument)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.DATA_ARGUMENT_ORDER,
                            argument.location(),
                            "this argument stands where `" + parameter.get() + "` is asked for, and does not say so")
                    .withHelp("give every argument its name: `" + parameter.get() + ": …`"));
        }
        return parameter.map(name -> new Name(name, argument.location()));
    }

    private static boolean isClear(String parameter, Signature signature, Argument argument) {
        return signature.parameters().size() == 1
                || (argument.value() instanceof Expression.Path path
                        && path.name().last().text().equals(parameter));
    }

    @Override
    public Expression construction(
            Construction construction,
            List<Argument> arguments,
            Optional<Vocabulary.Entry> record,
            Optional<Asked> asked) {
        if (record.isEmpty()) {
            unknown(construction.location(), "the record that this mapping makes is declared nowhere");
            return construction;
        }
        Name place = new Name("", construction.location());
        QualifiedName name = vocabulary.nameOf(record.get(), file, new QualifiedName(List.of(place)));
        return new Construction(Optional.of(name), arguments, construction.location());
    }

    @Override
    public Expression scalar(Expression value, Optional<Asked> asked) {
        if (!(value instanceof Expression.PlainScalar plain)) {
            return value;
        }
        SourceLocation place = plain.location();
        if (asked.isEmpty()) {
            unknown(place, "the type that is asked for here is declared nowhere");
            return value;
        }
        Optional<Scalar> scalar = asked.get().scalar();
        return scalar.isPresent()
                ? scalar(plain.text(), scalar.get(), place)
                        .orElseGet(() -> new Expression.StringLiteral(plain.text(), place))
                : constant(plain, asked.get());
    }

    /** The value that a text writes where a scalar is asked for; empty where that is the text itself. */
    static Optional<Expression> scalar(String text, Scalar scalar, SourceLocation place) {
        return switch (scalar) {
            case BOOL ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(new Expression.BooleanLiteral(text.equals("true"), place))
                        : Optional.empty();
            case INT, LONG, DECIMAL, DOUBLE -> number(text, place);
            case DURATION -> Durations.parse(text).map(value -> new Expression.DurationLiteral(value, place));
            case STRING, UUID, DATE, INSTANT, BYTES, JSON -> Optional.empty();
        };
    }

    private static Optional<Expression> number(String text, SourceLocation place) {
        if (!text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        String digits = text.startsWith("-") ? text.substring(1) : text;
        Expression number = digits.contains(".")
                ? new Expression.DecimalLiteral(new BigDecimal(digits), place)
                : new Expression.IntegerLiteral(new BigInteger(digits), place);
        return Optional.of(text.startsWith("-") ? new Expression.Negation(number, place) : number);
    }

    /** An enum's constant, with the enum's name. */
    private Expression constant(Expression.PlainScalar plain, Asked asked) {
        SourceLocation place = plain.location();
        Optional<Vocabulary.Entry> enumeration =
                vocabulary.declaration(asked).filter(entry -> entry.declaration() instanceof Declaration.Enumeration);
        if (enumeration.isEmpty()) {
            unknown(place, "the type that is asked for here is declared nowhere, or cannot be written as text");
            return plain;
        }
        Name constant = new Name(plain.text(), place);
        List<Name> parts = new ArrayList<>(vocabulary
                .nameOf(enumeration.get(), file, new QualifiedName(List.of(constant)))
                .parts());
        parts.add(constant);
        return new Expression.Path(new QualifiedName(parts));
    }

    @Override
    public Step step(Step step) {
        return new Step(
                step.name().or(() -> step.call().map(Call::operation)),
                step.description(),
                step.kind(),
                step.call(),
                step.clauses(),
                step.location());
    }

    private void unknown(SourceLocation place, String message) {
        diagnostics.report(Diagnostic.of(DiagnosticId.NAME_UNKNOWN, place, message)
                .withHelp("a definition can be converted once all that it names is declared: see `saga:validate`"));
    }
}
