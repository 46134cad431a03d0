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

/** Makes what stands before the pivot. What is bound within a block is used in it alone. */
final class SoundFlow {

    private final Chance chance;
    private final SoundValues values;
    private final SoundSteps steps;
    private final boolean flow;
    private int loops;

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
        return chance.oneOf(
                () -> new Statement.If(
                        values.condition(scope),
                        block(scope, depth),
                        chance.oneIn(3) ? List.of(failure()) : chance.oneIn(2) ? block(scope, depth) : List.of(),
                        HERE),
                () -> new Statement.Parallel(chance.exactly(2, () -> block(scope, depth)), HERE),
                () -> loop(scope, depth),
                () -> new Statement.Wait(new Located<>(Duration.ofSeconds(1 + chance.below(100)), HERE), HERE));
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
        return new Statement.For(
                Chance.name(item),
                new Expression.Path(chance.one(lists)),
                parallel,
                Optional.of(new Located<>(1 + chance.below(20), HERE)),
                parallel ? chance.maybe(() -> new Located<>(1 + chance.below(5), HERE)) : Optional.empty(),
                block(inside, depth),
                HERE);
    }

    private List<Statement> block(Map<String, TypeName> scope, int depth) {
        Map<String, TypeName> inside = new LinkedHashMap<>(scope);
        List<Statement> statements = new ArrayList<>();
        for (int index = 0; index < 1 + chance.below(2); index++) {
            statements.add(depth > 0 && chance.oneIn(4) ? flow(inside, depth - 1) : steps.step(inside));
        }
        return statements;
    }
}
