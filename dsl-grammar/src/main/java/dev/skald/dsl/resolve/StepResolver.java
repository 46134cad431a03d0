package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.CallLimits;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.CallResolver.Target;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.tree.StepClauses;
import dev.skald.dsl.syntax.tree.Text;
import java.util.List;
import java.util.Optional;

/** Resolves one step: its call, its clauses, its undo. */
final class StepResolver {

    private final CallResolver calls;
    private final ExpressionResolver expressions;
    private final Participants participants;
    private final DefaultLimits sagaDefaults;
    private final DefaultLimits fileDefaults;
    private final LimitsResolver limits;
    private final NameChecker names;
    private final Binder binder;
    private final Acceptances acceptances;
    private final Diagnostics diagnostics;

    StepResolver(
            CallResolver calls,
            ExpressionResolver expressions,
            Binder binder,
            Participants participants,
            DefaultLimits sagaDefaults,
            DefaultLimits fileDefaults,
            Diagnostics diagnostics) {
        this.calls = calls;
        this.expressions = expressions;
        this.participants = participants;
        this.sagaDefaults = sagaDefaults;
        this.fileDefaults = fileDefaults;
        this.limits = new LimitsResolver(diagnostics);
        this.names = new NameChecker(diagnostics);
        this.binder = binder;
        this.acceptances = new Acceptances(diagnostics);
        this.diagnostics = diagnostics;
    }

    /**
     * The step, and its name bound; empty where its call could not be read.
     *
     * @param earlier the steps before it in its block
     */
    Optional<Step> resolve(Statement.Step step, List<Name> earlier) {
        Optional<Name> name = BoundNames.of(step);
        if (step.call().isEmpty()) {
            name.ifPresent(known -> binder.step(known, Optional.of(new Type.UnknownType())));
            return Optional.empty();
        }
        return Optional.of(resolve(step, step.call().get(), name.orElseThrow(), earlier));
    }

    private Step resolve(Statement.Step step, dev.skald.dsl.syntax.tree.Call written, Name name, List<Name> earlier) {
        Target target = calls.target(written);
        StepClauses clauses = step.clauses();
        clauses.moment().ifPresent(moment -> names.moment(moment.name()));
        Call call = forward(written);
        Optional<Step.UnknownClause> onUnknown = clauses.onUnknown().map(this::onUnknown);
        binder.step(name, resultOf(target));
        return new Step(
                name.text(),
                step.description().map(Text::value),
                step.kind(),
                call,
                clauses.moment()
                        .map(moment -> new Step.Moment(
                                moment.name().text(), moment.label().map(Text::value))),
                stepLimits(step, target.participant()),
                onUnknown,
                clauses.after().stream()
                        .flatMap(other -> after(other, earlier).stream())
                        .toList(),
                clauses.compensation().flatMap(this::compensation),
                acceptances.resolve(clauses.accepted()),
                name.location(),
                step.location());
    }

    /** A call that is made when its turn comes. */
    Call forward(dev.skald.dsl.syntax.tree.Call written) {
        Target target = calls.target(written);
        calls.reportUnknownParticipant(written);
        calls.reportUnknownOperation(written, target);
        return calls.bind(written, target, expressions, Availability.BEFORE);
    }

    /** The type of what a step binds its name to; empty where its operation returns nothing. */
    private static Optional<Type> resultOf(Target target) {
        return target.operation().resolved() ? target.operation().output() : Optional.of(new Type.UnknownType());
    }

    private Optional<Step.After> after(Name other, List<Name> earlier) {
        boolean isEarlier = earlier.stream().anyMatch(step -> step.text().equals(other.text()));
        if (!isEarlier) {
            List<String> names = earlier.stream().map(Name::text).toList();
            Diagnostic unknown = Diagnostic.of(
                    DiagnosticId.NAME_UNKNOWN,
                    other.location(),
                    "no step before this one in its block is called `" + other.text() + "`");
            diagnostics.report(Suggestions.nearest(other.text(), names)
                    .map(nearest -> "a step with a similar name is `" + nearest + "`")
                    .or(() -> Suggestions.shortList(names).map(list -> "before it are " + list))
                    .map(unknown::withHelp)
                    .orElse(unknown));
        }
        return isEarlier ? Optional.of(new Step.After(other.text(), other.location())) : Optional.empty();
    }

    private CallLimits stepLimits(Statement.Step step, Participant participant) {
        return limits.resolve(step.clauses().limits())
                .orElse(defaultsFor(participant).forStep(step.kind()));
    }

    /** What is written about the time and retries of a call that says nothing itself. */
    CallLimits defaults(Call call) {
        return defaultsFor(call.participant()).calls();
    }

    private DefaultLimits defaultsFor(Participant participant) {
        return sagaDefaults.within(participants.defaultsOf(participant)).within(fileDefaults);
    }

    /** An undo whose call could not be read: it is there, and nothing else is known of it. */
    private Compensation unread(StepClauses.Compensation.Undo undo) {
        return new Compensation.Undo(
                calls.unread(undo.location()), limits.resolve(undo.limits()), OnExhausted.CONTINUE, undo.location());
    }

    private Optional<Compensation> compensation(StepClauses.Compensation clause) {
        if (clause instanceof StepClauses.Compensation.Undo undo) {
            return Optional.of(undo.call().map(call -> undo(undo, call)).orElseGet(() -> unread(undo)));
        }
        StepClauses.Compensation.None none = (StepClauses.Compensation.None) clause;
        if (none.because().filter(reason -> !reason.value().isBlank()).isEmpty()) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticId.SYNTAX_MISSING, none.location(), "`no compensation` does not say why")
                            .withHelp("give the reason: `no compensation because \"…\"`"));
        }
        return Optional.of(new Compensation.None(none.because().map(Text::value).orElse(""), none.location()));
    }

    private Compensation undo(StepClauses.Compensation.Undo undo, dev.skald.dsl.syntax.tree.Call written) {
        Target target = calls.target(written);
        calls.reportUnknownParticipant(written);
        Call call = calls.bind(written, target, expressions, Availability.ANY);
        return new Compensation.Undo(
                call,
                limits.resolve(undo.limits())
                        .orElse(defaultsFor(target.participant()).compensations()),
                undo.onExhausted().map(Located::value).orElse(OnExhausted.CONTINUE),
                undo.location());
    }

    private Step.UnknownClause onUnknown(StepClauses.OnUnknown written) {
        if (written instanceof StepClauses.OnUnknown.Probe probe) {
            Call call = forward(probe.call());
            return new Step.UnknownClause(Step.OnUnknown.PROBE, Optional.of(call), written.location());
        }
        Step.OnUnknown choice =
                written instanceof StepClauses.OnUnknown.Escalate ? Step.OnUnknown.ESCALATE : Step.OnUnknown.COMPENSATE;
        return new Step.UnknownClause(choice, Optional.empty(), written.location());
    }
}
