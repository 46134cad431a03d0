package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expression.Variable.Origin;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.resolve.Scope.Binding;
import dev.skald.dsl.syntax.tree.Acceptance;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.SagaHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves a saga: its signature and its header; {@link BodyResolver} does what is in its braces. */
final class SagaResolver {

    private static final int FIRST_VERSION = 1;
    private static final Set<Scalar> IDS = Set.of(Scalar.STRING, Scalar.UUID, Scalar.INT, Scalar.LONG);

    private final FileNames names;
    private final TypeResolver types;
    private final MessageTypes messages;
    private final Participants participants;
    private final DefaultLimits fileDefaults;
    private final Diagnostics diagnostics;
    private final LimitsResolver limits;

    SagaResolver(
            FileNames names,
            TypeResolver types,
            MessageTypes messages,
            Participants participants,
            DefaultLimits fileDefaults,
            Diagnostics diagnostics) {
        this.names = names;
        this.types = types;
        this.messages = messages;
        this.participants = participants;
        this.fileDefaults = fileDefaults;
        this.diagnostics = diagnostics;
        this.limits = new LimitsResolver(diagnostics);
    }

    Saga resolve(Declaration.Saga saga) {
        SagaHeader header = saga.header();
        reportNotBuilt(header);
        NameChecker checker = new NameChecker(diagnostics);
        checker.parameters(
                saga.input().stream().map(dev.skald.dsl.syntax.tree.Field::name).toList());
        List<Field> input = types.resolveFields(saga.input(), names);
        Optional<Type> output = saga.output().map(type -> types.resolve(type, names));
        Scope scope = scopeOf(saga, input);
        ExpressionResolver expressions = new ExpressionResolver(scope, messages, diagnostics);
        Optional<Expression> id = header.id().map(expression -> id(expression, expressions));
        DefaultLimits defaults = DefaultLimits.of(header.defaults(), limits);
        StepResolver steps = new StepResolver(
                new CallResolver(participants, names, diagnostics),
                expressions,
                participants,
                defaults,
                fileDefaults,
                diagnostics);
        BodyResolver body = new BodyResolver(steps, expressions, diagnostics);
        DeclaredName name = new DeclaredName(names.packageName(), saga.name().text());
        return new Saga(
                name,
                input,
                output,
                new PatternResolver(diagnostics).resolve(saga.name(), header),
                header.version().map(this::version).orElse(FIRST_VERSION),
                id,
                limits.duration("deadline", header.deadline()),
                header.queue().map(checker::queue).orElse(name.qualified()),
                body.resolve(saga, output),
                saga.name().location());
    }

    private static Scope scopeOf(Declaration.Saga saga, List<Field> input) {
        Scope scope = new Scope(saga.incomplete());
        for (Field field : input) {
            scope.bind(new Binding(
                    new Name(field.name(), field.location()), Origin.INPUT, Optional.of(field.type()), true));
        }
        return scope;
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

    private void reportNotBuilt(SagaHeader header) {
        NotBuilt notBuilt = new NotBuilt(diagnostics);
        header.description().ifPresent(text -> notBuilt.report("a saga's `description`", text.location()));
        header.onStateChange().ifPresent(call -> notBuilt.report("`on state change`", call.location()));
        for (Acceptance acceptance : header.accepted()) {
            notBuilt.report("`accept`", acceptance.location());
        }
        for (Name word : header.reserved()) {
            notBuilt.report("`" + word.text() + "`", word.location());
        }
    }
}
