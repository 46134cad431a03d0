package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Expression.Variable;
import dev.skald.dsl.model.Expression.Variable.Origin;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.Scope.Binding;
import dev.skald.dsl.resolve.Scope.Use;
import dev.skald.dsl.syntax.tree.Name;
import java.util.Optional;

/** Binds the names of a saga, each once on any path. */
final class Binder {

    private final Scope scope;
    private final NameChecker names;
    private final Diagnostics diagnostics;

    Binder(Scope scope, Diagnostics diagnostics) {
        this.scope = scope;
        this.names = new NameChecker(diagnostics);
        this.diagnostics = diagnostics;
    }

    /** A parameter of the saga. */
    void input(Name name, Type type) {
        scope.bind(Binding.of(name, Origin.INPUT, Optional.of(type)));
    }

    /** What a step answers; empty where that is nothing. */
    void step(Name name, Optional<Type> result) {
        bind(Binding.of(name, Origin.STEP, result), "give the step a name of its own: `step name = …`");
    }

    /** What a sub-saga answers; empty where that is nothing. */
    void subSaga(Name name, Optional<Type> result) {
        bind(Binding.of(name, Origin.STEP, result), "give the sub-saga a name of its own: `run name = …`");
    }

    /** The item of a loop. */
    void item(Name name, Type type) {
        bind(Binding.of(name, Origin.ITEM, Optional.of(type)), "give the loop's item another name");
    }

    /** An event; one that may not have come has a variable of its own. */
    Variable event(Name name, Type type, boolean isThere) {
        String variable = isThere ? name.text() : scope.unique(name.text() + "IfAny");
        bind(new Binding(name, variable, Origin.STEP, Optional.of(type), Use.FREE), "give the event another name");
        return new Variable(variable, Origin.STEP, type);
    }

    /** What another branch binds that runs at the same time: it is taken, and cannot be used. */
    void hide(Binding binding) {
        scope.bind(binding.without(Use.SISTER));
    }

    private void bind(Binding binding, String help) {
        names.variable(binding.name());
        scope.bind(binding).ifPresent(first -> {
            Name name = binding.name();
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.NAME_DUPLICATE,
                            name.location(),
                            "`" + name.text() + "` is a name in this saga already")
                    .withHelp(help)
                    .withNote("first here", first.name().location()));
        });
    }
}
