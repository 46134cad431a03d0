package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.syntax.tree.Expression.Path;
import dev.skald.dsl.syntax.tree.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives each parameter its argument: by name, or by position where all are positional. */
final class ArgumentBinder {

    private final ExpressionResolver expressions;
    private final Diagnostics diagnostics;

    ArgumentBinder(ExpressionResolver expressions, Diagnostics diagnostics) {
        this.expressions = expressions;
        this.diagnostics = diagnostics;
    }

    /**
     * The arguments in the parameters' order; what does not fit is reported.
     *
     * @param owner what is called, as messages name it
     * @param place what a missing argument is reported at
     */
    List<Argument> bind(
            List<dev.skald.dsl.syntax.tree.Argument> arguments,
            List<Field> parameters,
            String owner,
            SourceLocation place,
            Availability availability) {
        boolean positional =
                arguments.stream().allMatch(argument -> argument.name().isEmpty());
        if (!positional
                && arguments.stream().anyMatch(argument -> argument.name().isEmpty())) {
            reportMixed(arguments);
            return List.of();
        }
        return positional
                ? bindByPosition(arguments, parameters, owner, place, availability)
                : bindByName(arguments, parameters, owner, place, availability);
    }

    private List<Argument> bindByPosition(
            List<dev.skald.dsl.syntax.tree.Argument> arguments,
            List<Field> parameters,
            String owner,
            SourceLocation place,
            Availability availability) {
        List<Argument> bound = new ArrayList<>();
        for (int index = 0; index < Math.min(arguments.size(), parameters.size()); index++) {
            bound.add(positional(arguments.get(index), parameters.get(index), parameters.size() == 1, availability));
        }
        if (arguments.size() > parameters.size()) {
            reportTooMany(arguments.get(parameters.size()).location(), parameters, owner);
        }
        reportMissing(parameters.subList(bound.size(), parameters.size()), owner, place);
        return bound;
    }

    /**
     * Arguments are positional only where nothing can be mixed up: there is one parameter, or each argument's last name
     * is its parameter's name.
     */
    private Argument positional(
            dev.skald.dsl.syntax.tree.Argument argument, Field parameter, boolean single, Availability availability) {
        if (single || lastName(argument).filter(parameter.name()::equals).isPresent()) {
            return new Argument(parameter, value(argument, parameter, availability), argument.location());
        }
        // a type that does not fit is a consequence and no second mistake; nor is the order one of a name that is
        // unknown
        Expression value = expressions.resolve(argument.value(), availability);
        if (!Conversions.isUnknown(value.type())) {
            reportOrder(argument.location(), parameter.name());
        }
        return new Argument(parameter, value, argument.location());
    }

    private List<Argument> bindByName(
            List<dev.skald.dsl.syntax.tree.Argument> arguments,
            List<Field> parameters,
            String owner,
            SourceLocation place,
            Availability availability) {
        Set<String> names = parameters.stream().map(Field::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, dev.skald.dsl.syntax.tree.Argument> byName = new HashMap<>();
        for (dev.skald.dsl.syntax.tree.Argument argument : arguments) {
            Name name = argument.name().orElseThrow();
            dev.skald.dsl.syntax.tree.Argument first = byName.putIfAbsent(name.text(), argument);
            if (first != null) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.TYPE_ARGUMENTS, name.location(), "`" + name.text() + "` is given twice")
                        .withNote("first here", first.location()));
            } else if (!names.contains(name.text())) {
                reportUnknown(name, names, owner);
            }
        }
        List<Argument> bound = new ArrayList<>();
        List<Field> missing = new ArrayList<>();
        for (Field parameter : parameters) {
            named(byName.get(parameter.name()), parameter, availability)
                    .ifPresentOrElse(bound::add, () -> missing.add(parameter));
        }
        reportMissing(missing, owner, place);
        return bound;
    }

    /** The argument of that name; an optional parameter may be left out. */
    private Optional<Argument> named(
            dev.skald.dsl.syntax.tree.@Nullable Argument argument, Field parameter, Availability availability) {
        if (argument != null) {
            Expression value = value(argument, parameter, availability);
            return Optional.of(new Argument(parameter, value, argument.location()));
        }
        if (parameter.type() instanceof Type.OptionalType) {
            Expression none = new Expression.None(parameter.type());
            return Optional.of(new Argument(parameter, none, parameter.location()));
        }
        return Optional.empty();
    }

    private Expression value(dev.skald.dsl.syntax.tree.Argument argument, Field parameter, Availability availability) {
        return expressions.resolve(argument.value(), parameter.type(), "`" + parameter.name() + "`", availability);
    }

    private static Optional<String> lastName(dev.skald.dsl.syntax.tree.Argument argument) {
        return argument.value() instanceof Path path
                ? Optional.of(path.name().last().text())
                : Optional.empty();
    }

    private void reportOrder(SourceLocation place, String parameter) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.DATA_ARGUMENT_ORDER,
                        place,
                        "this argument stands where `" + parameter + "` is asked for, and does not say so")
                .withHelp("give every argument its name: `" + parameter + ": …`"));
    }

    private void reportMixed(List<dev.skald.dsl.syntax.tree.Argument> arguments) {
        SourceLocation place = arguments.stream()
                .filter(argument -> argument.name().isEmpty())
                .findFirst()
                .orElseThrow()
                .location();
        diagnostics.report(
                Diagnostic.of(DiagnosticId.TYPE_ARGUMENTS, place, "named and positional arguments are not mixed")
                        .withHelp("give every argument its name: `name: value`"));
    }

    private void reportTooMany(SourceLocation place, List<Field> parameters, String owner) {
        diagnostics.report(Diagnostic.of(DiagnosticId.TYPE_ARGUMENTS, place, owner + " takes " + countOf(parameters)));
    }

    private void reportUnknown(Name name, Set<String> names, String owner) {
        Diagnostic unknown =
                Diagnostic.of(DiagnosticId.TYPE_ARGUMENTS, name.location(), owner + " takes no `" + name.text() + "`");
        diagnostics.report(Suggestions.nearest(name.text(), names)
                .map(nearest -> "a similar name is `" + nearest + "`")
                .or(() -> Suggestions.shortList(names).map(list -> "it takes " + list))
                .map(unknown::withHelp)
                .orElse(unknown)
                .replacedBy(Suggestions.nearest(name.text(), names)));
    }

    private void reportMissing(List<Field> missing, String owner, SourceLocation place) {
        if (missing.isEmpty()) {
            return;
        }
        String names = missing.stream()
                .map(field -> "`" + field.name() + ": " + field.type().text() + "`")
                .collect(Collectors.joining(", "));
        diagnostics.report(Diagnostic.of(DiagnosticId.TYPE_ARGUMENTS, place, owner + " is not given " + names));
    }

    private static String countOf(List<Field> parameters) {
        return switch (parameters.size()) {
            case 0 -> "no arguments";
            case 1 -> "one argument";
            default -> parameters.size() + " arguments";
        };
    }
}
