package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.ErrorDefinition;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.syntax.tree.Statement.Fail;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the end with a business error: which error it is, and what it says. */
final class FailResolver {

    private final Map<DeclaredName, ErrorDefinition> errors;
    private final FileNames names;
    private final ErrorNames errorNames;
    private final ExpressionResolver expressions;
    private final Diagnostics diagnostics;

    FailResolver(
            Map<DeclaredName, ErrorDefinition> errors,
            FileNames names,
            ExpressionResolver expressions,
            Diagnostics diagnostics) {
        this.errors = errors;
        this.names = names;
        this.errorNames = new ErrorNames(diagnostics);
        this.expressions = expressions;
        this.diagnostics = diagnostics;
    }

    /** The statement; empty where there is no such error, which is reported. */
    Optional<Statement.Fail> resolve(Fail fail) {
        Optional<ErrorDefinition> error =
                errorNames.resolve(fail.error(), names).flatMap(name -> Optional.ofNullable(errors.get(name)));
        if (error.isEmpty()) {
            fail.arguments().forEach(argument -> expressions.resolve(argument.value(), Availability.BEFORE));
            return Optional.empty();
        }
        List<Argument> arguments = new ArgumentBinder(expressions, diagnostics)
                .bind(
                        fail.arguments(),
                        error.get().fields(),
                        "error `" + error.get().name().simpleName() + "`",
                        fail.error().location(),
                        Availability.BEFORE);
        return Optional.of(new Statement.Fail(error.get(), arguments, fail.location()));
    }
}
