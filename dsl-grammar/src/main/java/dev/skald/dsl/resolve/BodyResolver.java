package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expression.Variable.Origin;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.resolve.Scope.Binding;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves what is in a saga's braces, statement by statement. */
final class BodyResolver {

    private static final int MOST_STEPS = 500;

    private final StepResolver steps;
    private final ExpressionResolver expressions;
    private final Diagnostics diagnostics;
    private final NameChecker names;

    BodyResolver(StepResolver steps, ExpressionResolver expressions, Diagnostics diagnostics) {
        this.steps = steps;
        this.expressions = expressions;
        this.diagnostics = diagnostics;
        this.names = new NameChecker(diagnostics);
    }

    /**
     * The statements of the body; the results of all steps are bound first, so that a use before its step is told
     * apart. A body that is too long is reported, and not looked into.
     */
    List<Statement> resolve(Declaration.Saga saga, Optional<Type> output) {
        if (hasTooManySteps(saga)) {
            return List.of();
        }
        saga.body().forEach(this::bindNames);
        List<Statement> resolved = new ArrayList<>();
        for (dev.skald.dsl.syntax.tree.Statement statement : saga.body()) {
            if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Step step) {
                step.call().map(call -> steps.resolve(step, call)).ifPresent(resolved::add);
                StepResolver.nameOf(step).ifPresent(name -> expressions.scope().reached(name.text()));
            } else if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Return result) {
                resolved.add(resolveReturn(saga, result, output));
            } else {
                new NotBuilt(diagnostics).report(UnbuiltStatements.nameOf(statement), statement.location());
            }
        }
        checkEnd(saga, output);
        return resolved;
    }

    private void bindNames(dev.skald.dsl.syntax.tree.Statement statement) {
        if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Step step) {
            StepResolver.nameOf(step)
                    .ifPresent(name -> bind(new Binding(name, Origin.STEP, steps.resultOf(step), false)));
        } else {
            UnbuiltStatements.names(statement)
                    .forEach(name -> bind(new Binding(name, Origin.STEP, Optional.of(new Type.UnknownType()), true)));
        }
    }

    private void bind(Binding binding) {
        names.variable(binding.name());
        expressions.scope().bind(binding).ifPresent(first -> {
            Name name = binding.name();
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.NAME_DUPLICATE,
                            name.location(),
                            "`" + name.text() + "` is a name in this saga already")
                    .withHelp("give the step a name of its own: `step name = …`")
                    .withNote("first here", first.name().location()));
        });
    }

    private Statement resolveReturn(
            Declaration.Saga saga, dev.skald.dsl.syntax.tree.Statement.Return result, Optional<Type> output) {
        if (output.isEmpty() && !saga.incomplete()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_RETURN,
                            result.value().location(),
                            "this saga has no output, and returns something")
                    .withHelp("write the output's type behind the saga's parameters, or leave `return` out"));
        }
        Expression value = output.isPresent()
                ? expressions.resolve(result.value(), output.get(), "`return`", Availability.BEFORE)
                : expressions.resolve(result.value(), Availability.BEFORE);
        return new Statement.Return(value, result.location());
    }

    private void checkEnd(Declaration.Saga saga, Optional<Type> output) {
        List<dev.skald.dsl.syntax.tree.Statement> body = saga.body();
        for (int index = 1; index < body.size(); index++) {
            if (body.get(index - 1) instanceof dev.skald.dsl.syntax.tree.Statement.Return first) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.FLOW_UNREACHABLE,
                                body.get(index).location(),
                                "nothing runs behind `return`")
                        .withNote("the saga ends here", first.location()));
                return;
            }
        }
        boolean returns = body.stream().anyMatch(dev.skald.dsl.syntax.tree.Statement.Return.class::isInstance);
        if (output.isPresent() && !returns && !saga.incomplete() && !UnbuiltStatements.anyIn(body)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_RETURN,
                            saga.name().location(),
                            "saga `" + saga.name().text() + "` has the output `"
                                    + output.get().text() + "`, and returns nothing")
                    .withHelp("end it with `return …`"));
        }
    }

    private boolean hasTooManySteps(Declaration.Saga saga) {
        long steps = saga.body().stream()
                .filter(statement -> !(statement instanceof dev.skald.dsl.syntax.tree.Statement.Return))
                .count();
        if (steps > MOST_STEPS) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.LIMITS_STEPS,
                    saga.name().location(),
                    "saga `" + saga.name().text() + "` has " + steps + " steps, and may have " + MOST_STEPS));
        }
        return steps > MOST_STEPS;
    }
}
