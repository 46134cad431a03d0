package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.FieldContext;
import dev.skald.dsl.syntax.saga.SagaParser.ListTypeContext;
import dev.skald.dsl.syntax.saga.SagaParser.MapTypeContext;
import dev.skald.dsl.syntax.saga.SagaParser.NamedTypeContext;
import dev.skald.dsl.syntax.saga.SagaParser.TypeContext;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds types, and the fields that have them. */
final class TypeBuilder extends StrictVisitor<TypeName> {

    private final Literals literals;

    TypeBuilder(Literals literals) {
        this.literals = literals;
    }

    /** The fields that could be read. */
    List<Field> fields(List<FieldContext> fields) {
        return fields.stream().map(this::field).flatMap(Optional::stream).toList();
    }

    /** A field whose name could be read; its type may be broken. */
    private Optional<Field> field(FieldContext field) {
        return literals.readable(field.name())
                .map(name -> new Field(
                        name, readable(field.type(), field), field.SENSITIVE() != null, literals.location(field)));
    }

    /** A type; broken where it could not be read. */
    TypeName readable(@Nullable TypeContext type, ParserRuleContext around) {
        return type != null && Literals.isWhole(type) ? visit(type) : new TypeName.Broken(literals.location(around));
    }

    @Override
    public TypeName visitType(TypeContext type) {
        TypeName inner = visit(type.typeName());
        return type.QUESTION() == null ? inner : new TypeName.OptionalOf(inner, literals.location(type));
    }

    @Override
    public TypeName visitListType(ListTypeContext list) {
        return new TypeName.ListOf(visit(list.type()), literals.location(list));
    }

    @Override
    public TypeName visitMapType(MapTypeContext map) {
        return new TypeName.MapOf(visit(map.key), visit(map.value), literals.location(map));
    }

    @Override
    public TypeName visitNamedType(NamedTypeContext named) {
        return new TypeName.Named(literals.qualifiedName(named.qualifiedName()));
    }
}
