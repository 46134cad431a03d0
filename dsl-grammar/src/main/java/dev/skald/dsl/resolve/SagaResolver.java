package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expression.Variable.Origin;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.SagaHeader;
import dev.skald.dsl.syntax.tree.Text;
import java.util.Optional;
import java.util.Set;

/** Resolves a saga: its signature and its header; {@link BodyResolver} does what is in its braces. */
final class SagaResolver {

    private static final int FIRST_VERSION = 1;
    private static final Set<Scalar> IDS = Set.of(Scalar.STRING, Scalar.UUID, Scalar.INT, Scalar.LONG);

    private final FileNames names;
    private final TypeResolver types;
    private final Declared declared;
    private final MessageTypes messages;
    private final DefaultLimits fileDefaults;
    private final Diagnostics diagnostics;
    private final LimitsResolver limits;
    private final NameChecker checker;

    /**
     * A resolver for the sagas of one file.
     *
     * @param declared what else the compilation declares
     */
    SagaResolver(
            FileNames names,
            TypeResolver types,
            Declared declared,
            DefaultLimits fileDefaults,
            Diagnostics diagnostics) {
        this.names = names;
        this.types = types;
        this.declared = declared;
        this.messages = declared.messages(names);
        this.fileDefaults = fileDefaults;
        this.diagnostics = diagnostics;
        this.limits = new LimitsResolver(diagnostics);
        this.checker = new NameChecker(diagnostics);
    }

    /** The saga with that signature. */
    Saga resolve(Declaration.Saga saga, SagaSignature signature) {
        SagaHeader header = saga.header();
        header.reserved()
                .forEach(word -> diagnostics.report(Diagnostic.notBuilt("`" + word.text() + "`", word.location())));
        Scope scope = new Scope(BoundNames.in(saga.body()), saga.incomplete());
        Binder binder = new Binder(scope, diagnostics);
        signature.input().forEach(field -> binder.input(new Name(field.name(), field.location()), field.type()));
        ExpressionResolver expressions = new ExpressionResolver(scope, messages, diagnostics);
        Optional<Expression> id = header.id().map(expression -> id(expression, expressions));
        StepResolver steps = new StepResolver(
                new CallResolver(declared.participants(), names, diagnostics),
                expressions,
                binder,
                declared.participants(),
                DefaultLimits.of(header.defaults(), limits),
                fileDefaults,
                diagnostics);
        Optional<Saga.StateChange> onStateChange =
                header.onStateChange().map(call -> onStateChange(call, scope, steps));
        BlockResolver blocks = new BlockResolver(
                steps,
                new SubSagaResolver(declared.sagas(), names, expressions, binder, diagnostics),
                new FailResolver(declared.errors(), names, expressions, diagnostics),
                new EventTypes(types, names, diagnostics),
                expressions,
                limits,
                binder,
                signature.output(),
                diagnostics);
        return new Saga(
                signature.name(),
                signature.input(),
                signature.output(),
                new PatternResolver(diagnostics).resolve(saga.name(), header),
                header.version().map(this::version).orElse(FIRST_VERSION),
                id,
                limits.duration("deadline", header.deadline()),
                header.queue().map(checker::queue).orElse(signature.name().qualified()),
                header.description().map(Text::value),
                onStateChange,
                new Acceptances(diagnostics).resolve(header.accepted()),
                new BodyResolver(blocks, diagnostics).resolve(saga, signature.output()),
                new Saga.Places(
                        saga.name().location(),
                        saga.location(),
                        header.id().map(dev.skald.dsl.syntax.tree.Expression::location),
                        header.deadline().map(Located::location)));
    }

    /** Its arguments may use the saga's input, and {@code state}: the name of the state that the saga is in now. */
    private static Saga.StateChange onStateChange(
            dev.skald.dsl.syntax.tree.Call call, Scope scope, StepResolver steps) {
        scope.enter();
        scope.bind(Scope.Binding.of(
                new Name("state", call.location()), Origin.INPUT, Optional.of(new Type.ScalarType(Scalar.STRING))));
        Call resolved = steps.forward(call);
        scope.leave();
        return new Saga.StateChange(resolved, steps.defaults(resolved));
    }

    private Expression id(dev.skald.dsl.syntax.tree.Expression expression, ExpressionResolver expressions) {
        Expression id = expressions.resolve(expression, Availability.BEFORE);
        boolean fits = Conversions.isUnknown(id.type())
                || (id.type() instanceof Type.ScalarType scalar && IDS.contains(scalar.scalar()));
        if (!fits) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.TYPE_MISMATCH,
                    expression.location(),
                    "`id` takes a `string`, `uuid`, `int` or `long`, and this is `"
                            + id.type().text() + "`"));
        }
        return id;
    }

    private int version(Located<Integer> version) {
        if (version.value() < FIRST_VERSION) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticId.TYPE_RANGE, version.location(), "the first version of a saga is 1"));
            return FIRST_VERSION;
        }
        return version.value();
    }
}
