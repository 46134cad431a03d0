package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.SubSaga;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Statement.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves a sub-saga: which saga it is, and what goes into it. */
final class SubSagaResolver {

    private final Map<DeclaredName, SagaSignature> sagas;
    private final FileNames names;
    private final ExpressionResolver expressions;
    private final Binder binder;
    private final Diagnostics diagnostics;

    SubSagaResolver(
            Map<DeclaredName, SagaSignature> sagas,
            FileNames names,
            ExpressionResolver expressions,
            Binder binder,
            Diagnostics diagnostics) {
        this.sagas = sagas;
        this.names = names;
        this.expressions = expressions;
        this.binder = binder;
        this.diagnostics = diagnostics;
    }

    /** The sub-saga, and its name bound; empty where there is no such saga, which is reported. */
    Optional<SubSaga> resolve(Run run) {
        Name name = BoundNames.of(run);
        Optional<SagaSignature> saga = Optional.ofNullable(sagas.get(names.named(run.saga())));
        if (saga.isEmpty()) {
            reportUnknown(run.saga());
            run.arguments().forEach(argument -> expressions.resolve(argument.value(), Availability.BEFORE));
            binder.subSaga(name, Optional.of(new Type.UnknownType()));
            return Optional.empty();
        }
        List<Argument> arguments = new ArgumentBinder(expressions, diagnostics)
                .bind(
                        run.arguments(),
                        saga.get().input(),
                        "saga `" + saga.get().name().simpleName() + "`",
                        run.saga().location(),
                        Availability.BEFORE);
        binder.subSaga(name, saga.get().output());
        return Optional.of(new SubSaga(
                name.text(), saga.get().name(), arguments, saga.get().output(), name.location(), run.location()));
    }

    private void reportUnknown(QualifiedName name) {
        Optional<Declaration> other = names.find(name);
        if (other.isEmpty() && names.isExcused(name)) {
            return;
        }
        List<String> visible = names.visible(Declaration.Saga.class);
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.NAME_UNKNOWN,
                name.location(),
                other.map(declaration -> "`" + name.text() + "` is " + declaration.kind() + ", not a saga")
                        .orElse("no saga is called `" + name.text() + "`"));
        diagnostics.report(names.importHelp(name, Declaration.Saga.class::isInstance)
                .or(() -> Suggestions.nearest(name.text(), visible)
                        .map(nearest -> "a saga with a similar name is `" + nearest + "`"))
                .or(() -> Suggestions.shortList(visible).map(list -> "declared are " + list))
                .map(unknown::withHelp)
                .orElse(unknown));
    }
}
