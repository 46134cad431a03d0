package dev.skald.dsl.testing;

import static dev.skald.dsl.testing.Chance.HERE;

import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.tree.TypeName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what stands before the pivot. */
final class SoundFlow {

    private final Chance chance;
    private final SoundValues values;
    private final SoundSteps steps;
    private final boolean flow;
    private int loops;
    private int events;

    SoundFlow(Chance chance, SoundValues values, SoundSteps steps, boolean flow) {
        this.chance = chance;
        this.values = values;
        this.steps = steps;
        this.flow = flow;
    }

    /** Statements that add to the scope what can be used after them. */
    List<Statement> beforePivot(Map<String, TypeName> scope) {
        List<Statement> statements = new ArrayList<>();
        for (int index = 0; index < 1 + chance.below(4); index++) {
            statements.add(flow && chance.oneIn(2) ? flow(scope, 2) : steps.step(scope));
        }
        return statements;
    }

    private Statement flow(Map<String, TypeName> scope, int depth) {
        return flow(scope, depth, false);
    }

    private Statement flow(Map<String, TypeName> scope, int depth, boolean inLoop) {
        if (!inLoop && chance.oneIn(4)) {
            return await(scope);
        }
        return chance.oneOf(
                () -> choice(scope, depth, inLoop),
                () -> branches(scope, depth, inLoop),
                () -> loop(scope, depth),
                () -> new Statement.Wait(new Located<>(Duration.ofSeconds(1 + chance.below(100)), HERE), HERE));
    }

    /** What one branch binds may not be there behind it; what the only one that goes on binds is. */
    private Statement choice(Map<String, TypeName> scope, int depth, boolean inLoop) {
        boolean fails = chance.oneIn(3);
        if (!fails && chance.oneIn(4)) {
            return sameInBoth(scope);
        }
        Expression condition = values.condition(scope);
        Block then = block(scope, depth, inLoop);
        Block otherwise = fails || chance.oneIn(2) ? new Block(List.of(), Map.of()) : block(scope, depth, inLoop);
        then.bound().forEach((name, type) -> scope.put(name, fails ? type : optional(type)));
        otherwise.bound().forEach((name, type) -> scope.put(name, optional(type)));
        return new Statement.If(
                condition, then.statements(), fails ? List.of(failure()) : otherwise.statements(), HERE);
    }

    /** A step of one name in each branch: it is there behind them. */
    private Statement sameInBoth(Map<String, TypeName> scope) {
        Expression condition = values.condition(scope);
        Statement step = steps.step(scope);
        return new Statement.If(condition, List.of(step), List.of(step), HERE);
    }

    private Statement branches(Map<String, TypeName> scope, int depth, boolean inLoop) {
        List<Block> branches = chance.exactly(2, () -> block(scope, depth, inLoop));
        branches.forEach(branch -> scope.putAll(branch.bound()));
        return new Statement.Parallel(branches.stream().map(Block::statements).toList(), HERE);
    }

    private Statement await(Map<String, TypeName> scope) {
        String event = "event" + ++events;
        TypeName type = SoundValues.named("Message1");
        Optional<Located<Duration>> within = chance.maybe(() -> new Located<>(Duration.ofHours(2), HERE));
        Optional<List<Statement>> otherwise = within.isEmpty()
                ? Optional.empty()
                : chance.maybe(() -> chance.oneIn(2)
                        ? List.of(failure())
                        : List.of(new Statement.Wait(new Located<>(Duration.ofSeconds(1), HERE), HERE)));
        boolean isThere = within.isEmpty()
                || otherwise
                        .filter(block -> block.get(0) instanceof Statement.Fail)
                        .isPresent();
        scope.put(event, isThere ? type : optional(type));
        return new Statement.Await(Chance.name(event), type, within, otherwise, HERE);
    }

    private Statement failure() {
        return new Statement.Fail(Chance.qualified("Unwanted"), List.of(), HERE);
    }

    private Statement loop(Map<String, TypeName> scope, int depth) {
        String item = "item" + ++loops;
        List<QualifiedName> lists = values.paths(new TypeName.ListOf(SoundValues.named("string"), HERE), scope);
        Map<String, TypeName> inside = new LinkedHashMap<>(scope);
        inside.put(item, SoundValues.named("string"));
        boolean parallel = chance.oneIn(2);
        Block body = block(inside, depth, true);
        body.bound().forEach((name, type) -> scope.put(name, new TypeName.ListOf(type, HERE)));
        return new Statement.For(
                Chance.name(item),
                new Expression.Path(chance.one(lists)),
                parallel,
                Optional.of(new Located<>(1 + chance.below(20), HERE)),
                parallel ? chance.maybe(() -> new Located<>(1 + chance.below(5), HERE)) : Optional.empty(),
                body.statements(),
                HERE);
    }

    private Block block(Map<String, TypeName> scope, int depth, boolean inLoop) {
        Map<String, TypeName> inside = new LinkedHashMap<>(scope);
        List<Statement> statements = new ArrayList<>();
        for (int index = 0; index < 1 + chance.below(2); index++) {
            statements.add(depth > 0 && chance.oneIn(4) ? flow(inside, depth - 1, inLoop) : steps.step(inside));
        }
        Map<String, TypeName> bound = new LinkedHashMap<>(inside);
        bound.keySet().removeAll(scope.keySet());
        return new Block(statements, bound);
    }

    private static TypeName optional(TypeName type) {
        return type instanceof TypeName.OptionalOf ? type : new TypeName.OptionalOf(type, HERE);
    }

    /**
     * A block, and what it binds.
     *
     * @param statements in it
     * @param bound by name
     */
    private record Block(List<Statement> statements, Map<String, TypeName> bound) {}
}
