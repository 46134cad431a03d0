package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves a block statement by statement, and the blocks within it. */
final class BlockResolver {

    private final StepResolver steps;
    private final SubSagaResolver subSagas;
    private final FailResolver fails;
    private final EventTypes events;
    private final ExpressionResolver expressions;
    private final LimitsResolver limits;
    private final Binder binder;
    private final Carrying carrying;
    private final Optional<Type> output;
    private final Diagnostics diagnostics;

    /**
     * A resolver for the blocks of one saga.
     *
     * @param output what the saga returns, where anything
     */
    BlockResolver(
            StepResolver steps,
            SubSagaResolver subSagas,
            FailResolver fails,
            EventTypes events,
            ExpressionResolver expressions,
            LimitsResolver limits,
            Binder binder,
            Optional<Type> output,
            Diagnostics diagnostics) {
        this.steps = steps;
        this.subSagas = subSagas;
        this.fails = fails;
        this.events = events;
        this.expressions = expressions;
        this.limits = limits;
        this.binder = binder;
        this.carrying = new Carrying(expressions.scope());
        this.output = output;
        this.diagnostics = diagnostics;
    }

    /** The statements of a block. */
    List<Statement> resolve(List<dev.skald.dsl.syntax.tree.Statement> block) {
        List<Statement> resolved = new ArrayList<>();
        List<Name> earlier = new ArrayList<>();
        boolean goesOn = true;
        for (dev.skald.dsl.syntax.tree.Statement statement : block) {
            if (goesOn && !resolved.isEmpty() && Statements.neverGoesOn(last(resolved))) {
                goesOn = false;
                reportUnreachable(statement, last(resolved));
            }
            resolve(statement, earlier).ifPresent(resolved::add);
            if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Step step) {
                BoundNames.of(step).ifPresent(earlier::add);
            }
        }
        return resolved;
    }

    private static Statement last(List<Statement> statements) {
        return statements.get(statements.size() - 1);
    }

    private Optional<Statement> resolve(dev.skald.dsl.syntax.tree.Statement statement, List<Name> earlier) {
        if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Step step) {
            return steps.resolve(step, earlier).map(Statement.class::cast);
        }
        if (statement instanceof dev.skald.dsl.syntax.tree.Statement.If choice) {
            return Optional.of(choice(choice));
        }
        if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Parallel parallel) {
            return Optional.of(parallel(parallel));
        }
        if (statement instanceof dev.skald.dsl.syntax.tree.Statement.For loop) {
            return Optional.of(loop(loop));
        }
        if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Await await) {
            return Optional.of(await(await));
        }
        if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Wait wait) {
            return limits.duration("wait", Optional.of(wait.duration()))
                    .map(duration -> new Statement.Wait(duration, wait.location()));
        }
        if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Run run) {
            return subSagas.resolve(run).map(Statement.class::cast);
        }
        if (statement instanceof dev.skald.dsl.syntax.tree.Statement.Fail fail) {
            return fails.resolve(fail).map(Statement.class::cast);
        }
        return Optional.of(result((dev.skald.dsl.syntax.tree.Statement.Return) statement));
    }

    private Statement choice(dev.skald.dsl.syntax.tree.Statement.If choice) {
        Expression condition =
                expressions.resolve(choice.condition(), new Type.ScalarType(Scalar.BOOL), "`if`", Availability.BEFORE);
        Block then = block(choice.then(), Presence.when(choice.condition(), true));
        Block otherwise = block(choice.otherwise(), Presence.when(choice.condition(), false));
        if (!then.goesOn()) {
            scope().present(Presence.when(choice.condition(), false));
        }
        if (!otherwise.goesOn()) {
            scope().present(Presence.when(choice.condition(), true));
        }
        return new Statement.If(
                condition,
                then.statements(),
                otherwise.statements(),
                carrying.ofOne(List.of(then.results(), otherwise.results())),
                choice.location());
    }

    private Statement parallel(dev.skald.dsl.syntax.tree.Statement.Parallel parallel) {
        List<List<Statement>> branches = new ArrayList<>();
        List<Map<String, Scope.Binding>> results = new ArrayList<>();
        for (List<dev.skald.dsl.syntax.tree.Statement> branch : parallel.branches()) {
            scope().enter();
            results.forEach(sister -> sister.values().forEach(binder::hide));
            scope().enter();
            branches.add(resolve(branch));
            results.add(scope().leave());
            scope().leave();
        }
        return new Statement.Parallel(branches, carrying.ofAll(results), parallel.location());
    }

    private Statement loop(dev.skald.dsl.syntax.tree.Statement.For loop) {
        Expression in = expressions.resolve(loop.in(), Availability.BEFORE);
        Type item = itemOf(loop, in.type());
        scope().enter();
        binder.item(loop.item(), item);
        List<Statement> body = resolve(loop.body());
        Map<String, Scope.Binding> bound = scope().leave();
        bound.remove(loop.item().text());
        return new Statement.For(
                loop.item().text(),
                item,
                in,
                loop.max().map(max -> atLeastOne("max", max)),
                loop.parallel(),
                loop.concurrency().map(concurrency -> atLeastOne("concurrency", concurrency)),
                body,
                Statements.neverGoesOn(body) ? List.of() : carrying.ofEach(bound),
                headOf(loop),
                loop.location());
    }

    /** From the item to the list, whichever is written first. */
    private static SourceLocation headOf(dev.skald.dsl.syntax.tree.Statement.For loop) {
        SourceLocation item = loop.item().location();
        SourceLocation list = loop.in().location();
        return item.compareTo(list) < 0 ? item.to(list) : list.to(item);
    }

    private Type itemOf(dev.skald.dsl.syntax.tree.Statement.For loop, Type list) {
        if (list instanceof Type.ListType known) {
            return known.element();
        }
        if (!Conversions.isUnknown(list)) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.TYPE_MISMATCH,
                    loop.in().location(),
                    "`for` takes a list, and this is `" + list.text() + "`"));
        }
        return new Type.UnknownType();
    }

    private int atLeastOne(String clause, Located<Integer> number) {
        if (number.value() < 1) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticId.TYPE_RANGE, number.location(), "`" + clause + "` must be at least 1"));
        }
        return Math.max(1, number.value());
    }

    private Statement await(dev.skald.dsl.syntax.tree.Statement.Await await) {
        Type type = events.resolve(await);
        Optional<Duration> within = limits.duration("within", await.within());
        Optional<Block> otherwise = await.otherwise().map(block -> block(block, Set.of()));
        boolean isThere = otherwise.map(block -> !block.goesOn()).orElse(within.isEmpty());
        Expression.Variable event = binder.event(await.name(), isThere ? type : new Type.OptionalType(type), isThere);
        return new Statement.Await(
                await.name().text(),
                type,
                within,
                otherwise.map(Block::statements),
                event,
                otherwise.map(block -> carrying.ofSome(block.results())).orElse(List.of()),
                await.name().location(),
                await.location());
    }

    private Statement result(dev.skald.dsl.syntax.tree.Statement.Return result) {
        if (output.isEmpty() && !scope().lenient()) {
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

    private Block block(List<dev.skald.dsl.syntax.tree.Statement> statements, Set<String> present) {
        scope().enter();
        scope().present(present);
        List<Statement> resolved = resolve(statements);
        return new Block(resolved, scope().leave());
    }

    private void reportUnreachable(dev.skald.dsl.syntax.tree.Statement statement, Statement end) {
        String what = end instanceof Statement.Return
                ? "`return`"
                : end instanceof Statement.Fail ? "`fail`" : "what ends the saga on each of its paths";
        diagnostics.report(
                Diagnostic.of(DiagnosticId.FLOW_UNREACHABLE, statement.location(), "nothing runs behind " + what)
                        .withNote("the saga ends here", end.location()));
    }

    private Scope scope() {
        return expressions.scope();
    }

    /**
     * A block that is resolved.
     *
     * @param statements in it
     * @param bound by it
     */
    private record Block(List<Statement> statements, Map<String, Scope.Binding> bound) {

        boolean goesOn() {
            return !Statements.neverGoesOn(statements);
        }

        /** What is seen of it behind it, where anything can be. */
        Optional<Map<String, Scope.Binding>> results() {
            return goesOn() ? Optional.of(bound) : Optional.empty();
        }
    }
}
