package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.ActivityTypeContext;
import dev.skald.dsl.syntax.saga.SagaParser.DeclaredErrorsContext;
import dev.skald.dsl.syntax.saga.SagaParser.IrreversibleContext;
import dev.skald.dsl.syntax.saga.SagaParser.OperationContext;
import dev.skald.dsl.syntax.saga.SagaParser.OperationReservedContext;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds one operation from its clauses. */
final class OperationBuilder extends StrictVisitor<OperationBuilder> {

    private final Literals literals;
    private final Once<List<QualifiedName>> errors;
    private final Once<Boolean> irreversible;
    private final Once<Text> activityType;
    private final List<Name> reserved = new ArrayList<>();

    private OperationBuilder(Literals literals) {
        this.literals = literals;
        this.errors = literals.once("`throws`");
        this.irreversible = literals.once("`irreversible`");
        this.activityType = literals.once("`as`");
    }

    static Operation build(OperationContext operation, Literals literals, TypeBuilder types) {
        OperationBuilder builder = new OperationBuilder(literals);
        operation.operationClause().forEach(builder::visit);
        return new Operation(
                literals.name(operation.name()),
                types.fields(operation.parameters().field()),
                Optional.ofNullable(operation.type()).map(types::visit),
                builder.errors.value().orElse(List.of()),
                builder.irreversible.value().isPresent(),
                builder.activityType.value(),
                builder.reserved,
                literals.location(operation));
    }

    @Override
    public OperationBuilder visitDeclaredErrors(DeclaredErrorsContext clause) {
        errors.set(
                clause.qualifiedName().stream().map(literals::qualifiedName).toList(),
                literals.location(clause.getStart()));
        return this;
    }

    @Override
    public OperationBuilder visitIrreversible(IrreversibleContext clause) {
        irreversible.set(true, literals.location(clause));
        return this;
    }

    @Override
    public OperationBuilder visitActivityType(ActivityTypeContext clause) {
        activityType.set(literals.text(clause.text()), literals.location(clause.getStart()));
        return this;
    }

    @Override
    public OperationBuilder visitOperationReserved(OperationReservedContext clause) {
        reserved.add(literals.word(clause.getStart()));
        return this;
    }
}
