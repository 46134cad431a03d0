package dev.skald.dsl.testing;

import static dev.skald.dsl.testing.Chance.HERE;

import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.CallLimits.Retry;
import dev.skald.dsl.syntax.tree.Declaration.Participant;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.Statement.Step;
import dev.skald.dsl.syntax.tree.StepClauses;
import dev.skald.dsl.syntax.tree.StepClauses.Compensation;
import dev.skald.dsl.syntax.tree.StepClauses.Moment;
import dev.skald.dsl.syntax.tree.StepClauses.OnUnknown;
import dev.skald.dsl.syntax.tree.TypeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes steps that keep the rules, and adds their results to the scope. */
final class SoundSteps {

    private final Chance chance;
    private final SoundValues values;
    private final List<Participant> participants;
    private final boolean eventual;
    private int count;

    SoundSteps(Chance chance, SoundValues values, List<Participant> participants, boolean eventual) {
        this.chance = chance;
        this.values = values;
        this.participants = participants;
        this.eventual = eventual;
    }

    /** A step before the pivot. */
    Step step(Map<String, TypeName> scope) {
        return step(chance.oneIn(3) ? StepKind.READONLY : StepKind.COMPENSATABLE, scope);
    }

    /** A step of one kind; what it undoes itself with is of what the scope had before. */
    Step step(StepKind kind, Map<String, TypeName> scope) {
        Participant participant = chance.one(participants);
        String wanted = kind == StepKind.PIVOT || kind == StepKind.RETRIABLE ? "settle" : "ask";
        Operation operation = one(participant, wanted);
        StepClauses clauses = clauses(kind, participant, scope);
        Call call = call(participant, operation, scope);
        String name = "step" + ++count;
        operation.output().ifPresent(type -> scope.put(name, type));
        return new Step(
                Optional.of(Chance.name(name)),
                chance.oneIn(3) ? Optional.of(chance.textNode()) : Optional.empty(),
                kind,
                Optional.of(call),
                clauses,
                HERE);
    }

    private Operation one(Participant participant, String wanted) {
        return chance.one(participant.operations().stream()
                .filter(operation -> operation.name().text().startsWith(wanted))
                .toList());
    }

    private Call call(Participant participant, Operation operation, Map<String, TypeName> scope) {
        return new Call(
                Chance.qualified(participant.name().text()),
                operation.name(),
                values.arguments(operation.parameters(), scope),
                HERE);
    }

    private StepClauses clauses(StepKind kind, Participant participant, Map<String, TypeName> scope) {
        boolean isUndone = kind == StepKind.COMPENSATABLE;
        return new StepClauses(
                chance.oneIn(3)
                        ? Optional.of(new Moment(Chance.name("WAITING_" + count), Optional.empty()))
                        : Optional.empty(),
                chance.oneIn(2) ? limits() : CallLimits.NONE,
                isUndone && chance.oneIn(3)
                        ? Optional.of(chance.oneIn(2) ? new OnUnknown.Compensate(HERE) : new OnUnknown.Escalate(HERE))
                        : Optional.empty(),
                List.of(),
                isUndone ? Optional.of(compensation(participant, scope)) : Optional.empty(),
                List.of());
    }

    private Compensation compensation(Participant participant, Map<String, TypeName> scope) {
        return eventual && chance.oneIn(5)
                ? new Compensation.None(Optional.of(new dev.skald.dsl.syntax.tree.Text("it is cheap", HERE)), HERE)
                : new Compensation.Undo(
                        Optional.of(call(participant, one(participant, "undo"), scope)),
                        chance.oneIn(2) ? limits() : CallLimits.NONE,
                        chance.oneIn(3)
                                ? Optional.of(new Located<>(chance.one(List.of(OnExhausted.values())), HERE))
                                : Optional.empty(),
                        HERE);
    }

    private CallLimits limits() {
        return new CallLimits(
                chance.maybe(() -> seconds(1, 9)),
                Optional.empty(),
                Optional.empty(),
                chance.maybe(() -> new Retry(
                        chance.maybe(() -> new Located<>(2 + chance.below(8), HERE)),
                        Optional.of(seconds(1, 5)),
                        chance.maybe(() -> seconds(10, 60)),
                        chance.maybe(() -> new Located<>(1 + chance.below(8) / 4.0, HERE)),
                        HERE)));
    }

    private Located<Duration> seconds(int least, int most) {
        return new Located<>(Duration.ofSeconds(least + chance.below(most - least + 1)), HERE);
    }
}
