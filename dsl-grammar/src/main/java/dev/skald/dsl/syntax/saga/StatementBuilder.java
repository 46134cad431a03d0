package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.syntax.saga.SagaParser.AwaitContext;
import dev.skald.dsl.syntax.saga.SagaParser.AwaitHeadContext;
import dev.skald.dsl.syntax.saga.SagaParser.BlockContext;
import dev.skald.dsl.syntax.saga.SagaParser.BranchesAtOnceContext;
import dev.skald.dsl.syntax.saga.SagaParser.ChoiceContext;
import dev.skald.dsl.syntax.saga.SagaParser.ConcurrencyContext;
import dev.skald.dsl.syntax.saga.SagaParser.ConditionContext;
import dev.skald.dsl.syntax.saga.SagaParser.FailContext;
import dev.skald.dsl.syntax.saga.SagaParser.LoopClauseContext;
import dev.skald.dsl.syntax.saga.SagaParser.LoopContext;
import dev.skald.dsl.syntax.saga.SagaParser.LoopHeadContext;
import dev.skald.dsl.syntax.saga.SagaParser.MaxContext;
import dev.skald.dsl.syntax.saga.SagaParser.ResultContext;
import dev.skald.dsl.syntax.saga.SagaParser.RunContext;
import dev.skald.dsl.syntax.saga.SagaParser.StatementContext;
import dev.skald.dsl.syntax.saga.SagaParser.StepContext;
import dev.skald.dsl.syntax.saga.SagaParser.StepHeadContext;
import dev.skald.dsl.syntax.saga.SagaParser.WaitContext;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.RuleNode;
import org.jspecify.annotations.Nullable;

/** Builds statements; those that cannot be read are left out. */
final class StatementBuilder extends StrictVisitor<Optional<Statement>> {

    /** The longest chain of {@code else if}: each is nested in the one before it. */
    private static final int LONGEST_CHAIN = Brackets.DEEPEST;

    private final Literals literals;
    private final TypeBuilder types;
    private final ExpressionBuilder expressions;

    StatementBuilder(Literals literals, TypeBuilder types, ExpressionBuilder expressions) {
        this.literals = literals;
        this.types = types;
        this.expressions = expressions;
    }

    /** The statements of a block that could be read; none where the block is not there. */
    List<Statement> block(@Nullable BlockContext block) {
        return block == null
                ? List.of()
                : block.statement().stream()
                        .map(this::visit)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** A statement of no kind: not even its first words could be read. */
    @Override
    public Optional<Statement> visitChildren(RuleNode construct) {
        return construct instanceof StatementContext unknown && !Literals.isWhole(unknown)
                ? Optional.empty()
                : super.visitChildren(construct);
    }

    @Override
    public Optional<Statement> visitStep(StepContext step) {
        StepHeadContext head = step.stepHead();
        return Optional.of(new Statement.Step(
                head == null ? Optional.empty() : stepName(head),
                head == null ? Optional.empty() : literals.textOf(head.text()),
                kind(step),
                head == null ? Optional.empty() : expressions.readable(head.call()),
                StepClausesBuilder.build(step.stepClause(), literals, expressions),
                literals.location(step)));
    }

    private static StepKind kind(StepContext step) {
        return step.kind == null
                ? StepKind.COMPENSATABLE
                : switch (step.kind.getType()) {
                    case SagaLexer.PIVOT -> StepKind.PIVOT;
                    case SagaLexer.RETRIABLE -> StepKind.RETRIABLE;
                    default -> StepKind.READONLY;
                };
    }

    /** The name, also where the rest of the head could not be read: later uses of it are no mistakes. */
    private Optional<Name> stepName(StepHeadContext head) {
        return literals.readable(head.name());
    }

    @Override
    public Optional<Statement> visitChoice(ChoiceContext choice) {
        List<ConditionContext> conditions = choice.condition();
        List<Statement> otherwise = block(choice.otherwise);
        for (int index = Math.min(conditions.size(), LONGEST_CHAIN) - 1; index > 0; index--) {
            otherwise = List.of(choice(choice, index, otherwise));
        }
        if (conditions.size() > LONGEST_CHAIN) {
            literals.report(
                    DiagnosticId.LIMITS_NESTING,
                    literals.location(conditions.get(LONGEST_CHAIN)),
                    "`else if` is repeated more than " + (LONGEST_CHAIN - 1) + " times");
        }
        return Optional.of(choice(choice, 0, otherwise));
    }

    private Statement choice(ChoiceContext choice, int index, List<Statement> otherwise) {
        ConditionContext condition = choice.condition(index);
        Token first = index == 0 ? choice.getStart() : choice.IF(index).getSymbol();
        return new Statement.If(
                expressions.condition(condition),
                block(choice.block(index)),
                otherwise,
                literals.location(first, choice.getStop()));
    }

    @Override
    public Optional<Statement> visitBranchesAtOnce(BranchesAtOnceContext parallel) {
        List<List<Statement>> branches = parallel.branches() == null
                ? List.of()
                : parallel.branches().branch().stream()
                        .map(branch -> block(branch.block()))
                        .toList();
        return Optional.of(new Statement.Parallel(branches, literals.location(parallel)));
    }

    @Override
    public Optional<Statement> visitLoop(LoopContext loop) {
        Once<Located<Integer>> max = literals.once("`max`");
        Once<Located<Integer>> concurrency = literals.once("`concurrency`");
        for (LoopClauseContext clause : loop.loopClause()) {
            if (Literals.isWhole(clause) && clause instanceof MaxContext written) {
                max.set(literals.count(written.number), literals.location(clause.getStart()));
            } else if (Literals.isWhole(clause) && clause instanceof ConcurrencyContext written) {
                concurrency.set(literals.count(written.number), literals.location(clause.getStart()));
            }
        }
        LoopHeadContext head = loop.loopHead();
        return literals.readable(head.name())
                .map(item -> new Statement.For(
                        item,
                        expressions.expression(head.expression(), head),
                        head.PARALLEL() != null,
                        max.value(),
                        concurrency.value(),
                        block(loop.block()),
                        literals.location(loop)));
    }

    @Override
    public Optional<Statement> visitAwait(AwaitContext await) {
        AwaitHeadContext head = await.awaitHead();
        return literals.readable(head.name())
                .map(name -> new Statement.Await(
                        name,
                        types.readable(head.type(), head),
                        Literals.isWhole(await.duration())
                                ? Optional.of(literals.duration(await.duration()))
                                : Optional.empty(),
                        Optional.ofNullable(await.block()).map(this::block),
                        literals.location(await)));
    }

    @Override
    public Optional<Statement> visitWait(WaitContext wait) {
        return ifWhole(wait, () -> new Statement.Wait(literals.duration(wait.duration()), literals.location(wait)));
    }

    @Override
    public Optional<Statement> visitRun(RunContext run) {
        return ifWhole(
                run,
                () -> new Statement.Run(
                        literals.readable(run.name()),
                        literals.qualifiedName(run.qualifiedName()),
                        expressions.arguments(run.arguments()),
                        literals.location(run)));
    }

    @Override
    public Optional<Statement> visitFail(FailContext fail) {
        return ifWhole(
                fail,
                () -> new Statement.Fail(
                        literals.qualifiedName(fail.qualifiedName()),
                        expressions.arguments(fail.arguments()),
                        literals.location(fail)));
    }

    @Override
    public Optional<Statement> visitResult(ResultContext result) {
        return Optional.of(
                new Statement.Return(expressions.expression(result.expression(), result), literals.location(result)));
    }

    private static Optional<Statement> ifWhole(StatementContext statement, Supplier<Statement> builder) {
        return Literals.isWhole(statement) ? Optional.of(builder.get()) : Optional.empty();
    }
}
