package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.BusinessErrorContext;
import dev.skald.dsl.syntax.saga.SagaParser.ConstantsContext;
import dev.skald.dsl.syntax.saga.SagaParser.EnumerationContext;
import dev.skald.dsl.syntax.saga.SagaParser.ExternContext;
import dev.skald.dsl.syntax.saga.SagaParser.FieldsContext;
import dev.skald.dsl.syntax.saga.SagaParser.NameContext;
import dev.skald.dsl.syntax.saga.SagaParser.ParticipantContext;
import dev.skald.dsl.syntax.saga.SagaParser.RecordContext;
import dev.skald.dsl.syntax.saga.SagaParser.ReservedDeclarationContext;
import dev.skald.dsl.syntax.saga.SagaParser.SagaContext;
import dev.skald.dsl.syntax.saga.SagaParser.SignatureContext;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds declarations; those that cannot be read are left out. */
final class DeclarationBuilder extends StrictVisitor<Optional<Declaration>> {

    private final Literals literals;
    private final TypeBuilder types;
    private final SagaBuilder sagas;

    DeclarationBuilder(Literals literals, TypeBuilder types, SagaBuilder sagas) {
        this.literals = literals;
        this.types = types;
        this.sagas = sagas;
    }

    @Override
    public Optional<Declaration> visitRecord(RecordContext record) {
        return ifReadable(
                record.name(),
                record.fields(),
                name -> new Declaration.Record(
                        name,
                        types.fields(record.fields().field()),
                        isIncomplete(record.fields()),
                        literals.location(record)));
    }

    @Override
    public Optional<Declaration> visitBusinessError(BusinessErrorContext error) {
        return ifReadable(
                error.name(),
                error.fields(),
                name -> new Declaration.BusinessError(
                        name,
                        types.fields(error.fields().field()),
                        isIncomplete(error.fields()),
                        literals.location(error)));
    }

    private static boolean isIncomplete(FieldsContext fields) {
        return Literals.hasGaps(fields) || !fields.field().stream().allMatch(Literals::isWhole);
    }

    @Override
    public Optional<Declaration> visitEnumeration(EnumerationContext enumeration) {
        ConstantsContext constants = enumeration.constants();
        return Literals.isWhole(constants) && !Literals.hasGaps(constants)
                ? ifReadable(
                        enumeration.name(),
                        constants,
                        name -> new Declaration.Enumeration(
                                name,
                                constants.name().stream().map(literals::name).toList(),
                                literals.location(enumeration)))
                : Optional.empty();
    }

    @Override
    public Optional<Declaration> visitExtern(ExternContext extern) {
        return ifReadable(extern.name(), extern.qualifiedName(), name -> extern(name, extern));
    }

    private Declaration extern(Name name, ExternContext extern) {
        QualifiedName java = literals.qualifiedName(extern.qualifiedName());
        SignatureContext signature = extern.signature();
        return signature == null
                ? new Declaration.ExternType(name, java, literals.location(extern))
                : new Declaration.ExternFunction(
                        name,
                        java,
                        types.fields(signature.parameters().field()),
                        types.visit(signature.type()),
                        literals.location(extern));
    }

    @Override
    public Optional<Declaration> visitParticipant(ParticipantContext participant) {
        return ifReadable(
                participant.name(),
                participant.operations(),
                name -> ParticipantBuilder.build(name, participant, literals, types));
    }

    @Override
    public Optional<Declaration> visitSaga(SagaContext saga) {
        return sagas.build(saga);
    }

    @Override
    public Optional<Declaration> visitReservedDeclaration(ReservedDeclarationContext reserved) {
        return Optional.of(new Declaration.Reserved(literals.word(reserved.word), literals.location(reserved)));
    }

    private Optional<Declaration> ifReadable(
            @Nullable NameContext name, @Nullable ParserRuleContext body, Function<Name, Declaration> builder) {
        return Literals.isWhole(body) ? literals.readable(name).map(builder) : Optional.empty();
    }
}
