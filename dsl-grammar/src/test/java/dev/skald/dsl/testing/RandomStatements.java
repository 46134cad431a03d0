package dev.skald.dsl.testing;

import static dev.skald.dsl.testing.Chance.HERE;

import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.syntax.tree.Acceptance;
import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.CallLimits.Retry;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.tree.StepClauses;
import dev.skald.dsl.syntax.tree.StepClauses.Compensation;
import dev.skald.dsl.syntax.tree.StepClauses.Moment;
import dev.skald.dsl.syntax.tree.StepClauses.OnUnknown;
import java.util.List;
import java.util.Optional;

/** Makes statements as a parser does, whatever they mean. */
final class RandomStatements {

    private final Chance chance;
    private final RandomNames names;
    private final RandomExpressions expressions;
    private final RandomTypes types;

    RandomStatements(Chance chance, RandomNames names, RandomExpressions expressions, RandomTypes types) {
        this.chance = chance;
        this.names = names;
        this.expressions = expressions;
        this.types = types;
    }

    List<Statement> statements(int depth) {
        return chance.several(3, () -> statement(depth));
    }

    private Statement statement(int depth) {
        if (depth == 0) {
            return step();
        }
        return chance.oneOf(
                this::step,
                this::step,
                this::step,
                () -> new Statement.If(
                        expressions.expression(2),
                        statements(depth - 1),
                        chance.oneIn(3) ? List.of() : statements(depth - 1),
                        HERE),
                () -> new Statement.Parallel(chance.several(3, () -> statements(depth - 1)), HERE),
                () -> new Statement.For(
                        name(),
                        expressions.expression(2),
                        chance.oneIn(2),
                        chance.maybe(chance::count),
                        chance.maybe(chance::count),
                        statements(depth - 1),
                        HERE),
                () -> new Statement.Await(
                        name(),
                        types.type(1),
                        chance.maybe(chance::duration),
                        chance.maybe(() -> statements(depth - 1)),
                        HERE),
                () -> new Statement.Wait(chance.duration(), HERE),
                () -> new Statement.Run(chance.maybe(this::name), names.qualified(), expressions.arguments(2), HERE),
                () -> new Statement.Fail(names.qualified(), expressions.arguments(2), HERE),
                () -> new Statement.Return(expressions.value(3), HERE));
    }

    private Name name() {
        return Chance.name(names.name());
    }

    private Statement step() {
        Optional<Name> name = chance.maybe(this::name);
        return new Statement.Step(
                name,
                name.isPresent() ? chance.maybe(chance::textNode) : Optional.empty(),
                chance.one(List.of(StepKind.values())),
                Optional.of(expressions.call()),
                clauses(),
                HERE);
    }

    private StepClauses clauses() {
        return new StepClauses(
                chance.maybe(() -> new Moment(name(), chance.maybe(chance::textNode))),
                limits(),
                chance.maybe(() -> chance.<OnUnknown>oneOf(
                        () -> new OnUnknown.Compensate(HERE),
                        () -> new OnUnknown.Escalate(HERE),
                        () -> new OnUnknown.Probe(expressions.call(), HERE))),
                chance.distinct(2, this::name),
                chance.maybe(this::compensation),
                accepted());
    }

    private Compensation compensation() {
        return chance.oneIn(3)
                ? new Compensation.None(chance.maybe(chance::textNode), HERE)
                : new Compensation.Undo(
                        Optional.of(expressions.call()),
                        limits(),
                        chance.maybe(() -> new Located<>(chance.one(List.of(OnExhausted.values())), HERE)),
                        HERE);
    }

    List<Acceptance> accepted() {
        return chance.several(
                2,
                () -> new Acceptance(
                        Chance.name(chance.one(List.of("pattern.anti-pattern", "order.irreversible-early"))),
                        chance.maybe(chance::textNode),
                        HERE));
    }

    CallLimits limits() {
        return chance.oneIn(2)
                ? CallLimits.NONE
                : new CallLimits(
                        chance.maybe(chance::duration),
                        chance.maybe(chance::duration),
                        chance.maybe(chance::duration),
                        chance.maybe(this::retry));
    }

    private Retry retry() {
        boolean hasBackoff = chance.oneIn(2);
        return new Retry(
                chance.maybe(() -> chance.oneIn(4) ? new Located<>(Retry.UNLIMITED, HERE) : chance.count()),
                hasBackoff ? Optional.of(chance.duration()) : Optional.empty(),
                hasBackoff ? chance.maybe(chance::duration) : Optional.empty(),
                chance.maybe(() -> new Located<>(1 + chance.below(40) / 8.0, HERE)),
                HERE);
    }
}
