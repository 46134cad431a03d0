package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.CallLimits;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.CallResolver.Target;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.syntax.tree.Acceptance;
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
    private final NotBuilt notBuilt;
    private final Diagnostics diagnostics;

    StepResolver(
            CallResolver calls,
            ExpressionResolver expressions,
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
        this.notBuilt = new NotBuilt(diagnostics);
        this.diagnostics = diagnostics;
    }

    /** What a step is called: its own name, or its operation's; empty where neither could be read. */
    static Optional<Name> nameOf(Statement.Step step) {
        return step.name().or(() -> step.call().map(dev.skald.dsl.syntax.tree.Call::operation));
    }

    /** The type of what a step binds its name to; empty where its operation returns nothing. */
    Optional<Type> resultOf(Statement.Step step) {
        return step.call()
                .map(calls::target)
                .filter(target -> target.operation().resolved())
                .map(target -> target.operation().output())
                .orElse(Optional.of(new Type.UnknownType()));
    }

    /** The step of a call that could be read. */
    Step resolve(Statement.Step step, dev.skald.dsl.syntax.tree.Call written) {
        Target target = calls.target(written);
        StepClauses clauses = step.clauses();
        reportNotBuilt(step);
        clauses.moment().ifPresent(moment -> names.moment(moment.name()));
        calls.reportUnknownParticipant(written);
        calls.reportUnknownOperation(written, target);
        Call call = calls.bind(written, target, expressions, Availability.BEFORE);
        Name name = nameOf(step).orElseThrow();
        return new Step(
                name.text(),
                step.kind(),
                call,
                clauses.moment()
                        .map(moment -> new Step.Moment(
                                moment.name().text(), moment.label().map(Text::value))),
                stepLimits(step, target.participant()),
                clauses.onUnknown().flatMap(this::onUnknown),
                clauses.after().stream().map(Name::text).toList(),
                clauses.compensation().flatMap(this::compensation),
                name.location(),
                step.location());
    }

    private CallLimits stepLimits(Statement.Step step, Participant participant) {
        return limits.resolve(step.clauses().limits())
                .orElse(defaultsFor(participant).forStep(step.kind()));
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

    private Optional<Step.UnknownClause> onUnknown(StepClauses.OnUnknown written) {
        if (written instanceof StepClauses.OnUnknown.Probe) {
            notBuilt.report("`on unknown probe`", written.location());
            return Optional.empty();
        }
        Step.OnUnknown choice =
                written instanceof StepClauses.OnUnknown.Escalate ? Step.OnUnknown.ESCALATE : Step.OnUnknown.COMPENSATE;
        return Optional.of(new Step.UnknownClause(choice, written.location()));
    }

    private void reportNotBuilt(Statement.Step step) {
        StepClauses clauses = step.clauses();
        step.description().ifPresent(text -> notBuilt.report("a step's description", text.location()));
        clauses.moment()
                .flatMap(StepClauses.Moment::label)
                .ifPresent(label -> notBuilt.report("a state's label", label.location()));
        List<Name> after = clauses.after();
        if (!after.isEmpty()) {
            notBuilt.report("`after`", after.get(0).location());
        }
        clauses.accepted().stream()
                .map(Acceptance::location)
                .forEach(location -> notBuilt.report("`accept`", location));
    }
}
