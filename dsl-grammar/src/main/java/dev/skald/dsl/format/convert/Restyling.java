package dev.skald.dsl.format.convert;

import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.SagaHeader;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.tree.StepClauses;
import dev.skald.dsl.syntax.tree.StepClauses.Compensation;
import dev.skald.dsl.syntax.tree.StepClauses.OnUnknown;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a file and puts into a style what the notations write differently: the values at places of their own,
 * with the type that the place asks for. What is inside an expression is the same in both.
 */
final class Restyling {

    private final DefinitionFile file;
    private final Vocabulary vocabulary;
    private final Style style;

    Restyling(DefinitionFile file, Vocabulary vocabulary, Style style) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.style = style;
    }

    DefinitionFile file() {
        return new DefinitionFile(
                file.source(),
                file.packageName(),
                file.imports(),
                file.defaults(),
                file.declarations().stream().map(this::declaration).toList(),
                file.incomplete());
    }

    private Declaration declaration(Declaration declaration) {
        return declaration instanceof Declaration.Saga saga
                ? new Declaration.Saga(
                        saga.name(),
                        saga.input(),
                        saga.output(),
                        header(saga.header()),
                        statements(saga.body(), saga),
                        saga.incomplete(),
                        saga.location())
                : declaration;
    }

    private SagaHeader header(SagaHeader header) {
        return new SagaHeader(
                header.communication(),
                header.consistency(),
                header.coordination(),
                header.pattern(),
                header.version(),
                header.id().map(id -> value(id, asked(Scalar.STRING))),
                header.deadline(),
                header.queue(),
                header.description(),
                header.defaults(),
                header.onStateChange().map(this::call),
                header.accepted(),
                header.reserved());
    }

    // Statements

    private List<Statement> statements(List<Statement> statements, Declaration.Saga saga) {
        return statements.stream().map(statement -> statement(statement, saga)).toList();
    }

    private Statement statement(Statement statement, Declaration.Saga saga) {
        if (statement instanceof Statement.Step step) {
            return style.step(new Statement.Step(
                    step.name(),
                    step.description(),
                    step.kind(),
                    step.call().map(this::call),
                    clauses(step.clauses()),
                    step.location()));
        }
        if (statement instanceof Statement.If choice) {
            return new Statement.If(
                    value(choice.condition(), asked(Scalar.BOOL)),
                    statements(choice.then(), saga),
                    statements(choice.otherwise(), saga),
                    choice.location());
        }
        if (statement instanceof Statement.Parallel parallel) {
            return new Statement.Parallel(
                    parallel.branches().stream()
                            .map(branch -> statements(branch, saga))
                            .toList(),
                    parallel.location());
        }
        if (statement instanceof Statement.For loop) {
            return new Statement.For(
                    loop.item(),
                    value(loop.in(), Optional.empty()),
                    loop.parallel(),
                    loop.max(),
                    loop.concurrency(),
                    statements(loop.body(), saga),
                    loop.location());
        }
        if (statement instanceof Statement.Await await) {
            return new Statement.Await(
                    await.name(),
                    await.type(),
                    await.within(),
                    await.otherwise().map(otherwise -> statements(otherwise, saga)),
                    await.location());
        }
        return lastStatement(statement, saga);
    }

    private Statement lastStatement(Statement statement, Declaration.Saga saga) {
        if (statement instanceof Statement.Run run) {
            return new Statement.Run(
                    run.name(), run.saga(), arguments(run.arguments(), signature(run.saga())), run.location());
        }
        if (statement instanceof Statement.Fail fail) {
            return new Statement.Fail(
                    fail.error(), arguments(fail.arguments(), signature(fail.error())), fail.location());
        }
        if (statement instanceof Statement.Return result) {
            return new Statement.Return(
                    value(result.value(), saga.output().map(type -> new Asked(type, file))), result.location());
        }
        return statement;
    }

    private StepClauses clauses(StepClauses clauses) {
        return new StepClauses(
                clauses.moment(),
                clauses.limits(),
                clauses.onUnknown()
                        .map(clause -> clause instanceof OnUnknown.Probe probe
                                ? new OnUnknown.Probe(call(probe.call()), probe.location())
                                : clause),
                clauses.after(),
                clauses.compensation()
                        .map(clause -> clause instanceof Compensation.Undo undo
                                ? new Compensation.Undo(
                                        undo.call().map(this::call), undo.limits(), undo.onExhausted(), undo.location())
                                : clause),
                clauses.accepted());
    }

    // Values

    private Call call(Call call) {
        return new Call(
                call.participant(),
                call.operation(),
                arguments(call.arguments(), vocabulary.operation(call.participant(), call.operation(), file)),
                call.location());
    }

    private Optional<Signature> signature(QualifiedName name) {
        return vocabulary.find(name, file).flatMap(Vocabulary.Entry::signature);
    }

    private List<Argument> arguments(List<Argument> arguments, Optional<Signature> signature) {
        List<Argument> restyled = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            Argument argument = arguments.get(index);
            Optional<Asked> asked = asked(argument, index, signature);
            restyled.add(new Argument(argument.name(), value(argument.value(), asked), argument.location()));
        }
        return style.arguments(restyled, signature);
    }

    private static Optional<Asked> asked(Argument argument, int index, Optional<Signature> signature) {
        return signature.flatMap(taken -> {
            List<Field> parameters = taken.parameters();
            return argument.name()
                    .map(name -> taken.asked(name.text()))
                    .orElseGet(() -> index < parameters.size()
                            ? Optional.of(new Asked(parameters.get(index).type(), taken.home()))
                            : Optional.empty());
        });
    }

    private Optional<Asked> asked(Scalar scalar) {
        Name name = new Name(scalar.word(), file.declarations().get(0).location());
        return Optional.of(new Asked(new TypeName.Named(new QualifiedName(List.of(name))), file));
    }

    private Expression value(Expression value, Optional<Asked> asked) {
        if (value instanceof Expression.ListLiteral list) {
            return new Expression.ListLiteral(
                    list.elements().stream()
                            .map(element -> value(element, asked.flatMap(Asked::element)))
                            .toList(),
                    list.location());
        }
        return value instanceof Expression.Construction construction
                ? construction(construction, asked)
                : style.scalar(value, asked);
    }

    private Expression construction(Expression.Construction construction, Optional<Asked> asked) {
        Optional<Vocabulary.Entry> record = construction
                .name()
                .map(name -> vocabulary.find(name, file))
                .orElseGet(() -> asked.flatMap(vocabulary::declaration))
                .filter(entry -> entry.declaration() instanceof Declaration.Record);
        if (record.isEmpty() && construction.name().isPresent()) {
            return construction; // the call of a function: an expression like any other
        }
        List<Argument> arguments = arguments(construction.arguments(), record.flatMap(Vocabulary.Entry::signature));
        return style.construction(construction, arguments, record, asked);
    }
}
