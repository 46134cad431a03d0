package dev.skald.dsl.format.saga;

import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.syntax.tree.Acceptance;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement.Step;
import dev.skald.dsl.syntax.tree.StepClauses;
import dev.skald.dsl.syntax.tree.StepClauses.Compensation;
import dev.skald.dsl.syntax.tree.StepClauses.Moment;
import dev.skald.dsl.syntax.tree.StepClauses.OnUnknown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints steps with their clauses. */
final class StepPrinter {

    private final Sheet sheet;
    private final LimitsPrinter limits;

    StepPrinter(Sheet sheet) {
        this.sheet = sheet;
        this.limits = new LimitsPrinter(sheet);
    }

    void step(Step step) {
        if (step.kind() != StepKind.COMPENSATABLE) {
            sheet.add(step.kind().name().toLowerCase(Locale.ROOT));
        }
        Call call = readable(step.call());
        sheet.add("step");
        // Only a step with a name can have a description here; without one it is called as its operation.
        Optional<Name> name =
                step.name().or(() -> step.description().isPresent() ? Optional.of(call.operation()) : Optional.empty());
        name.ifPresent(given -> {
            sheet.add(given.text());
            step.description().ifPresent(text -> sheet.add(TextLiteral.quoted(text.value())));
            sheet.add("=");
        });
        sheet.add(ExpressionPrinter.call(call));
        clauses(step.clauses());
    }

    /** Whether a step takes more than one line. */
    static boolean hasClauses(StepClauses clauses) {
        return !clauses.equals(new StepClauses(
                Optional.empty(),
                dev.skald.dsl.syntax.tree.CallLimits.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of()));
    }

    private void clauses(StepClauses clauses) {
        clauses.moment().ifPresent(this::moment);
        limits.limits(clauses.limits());
        clauses.onUnknown().ifPresent(this::onUnknown);
        if (!clauses.after().isEmpty()) {
            sheet.line(clauses.after().get(0).location())
                    .add("after")
                    .add(clauses.after().stream().map(Name::text).collect(Collectors.joining(", ")));
        }
        clauses.accepted().forEach(this::acceptance);
        clauses.compensation().ifPresent(this::compensation);
    }

    private void moment(Moment moment) {
        sheet.line(moment.name().location()).add("state").add(moment.name().text());
        moment.label().ifPresent(label -> sheet.add(TextLiteral.quoted(label.value())));
    }

    private void onUnknown(OnUnknown clause) {
        sheet.line(clause.location()).add("on unknown");
        if (clause instanceof OnUnknown.Probe probe) {
            sheet.add("probe").add(ExpressionPrinter.call(probe.call()));
        } else {
            sheet.add(clause instanceof OnUnknown.Compensate ? "compensate" : "escalate");
        }
    }

    void acceptance(Acceptance acceptance) {
        sheet.line(acceptance.location()).add("accept").add(acceptance.rule().text());
        acceptance.because().ifPresent(reason -> sheet.add("because").add(TextLiteral.quoted(reason.value())));
    }

    private void compensation(Compensation compensation) {
        sheet.line(compensation.location());
        if (compensation instanceof Compensation.None none) {
            sheet.add("no compensation");
            none.because().ifPresent(reason -> sheet.add("because").add(TextLiteral.quoted(reason.value())));
        } else if (compensation instanceof Compensation.Undo undo) {
            undo(undo);
        }
    }

    private void undo(Compensation.Undo undo) {
        sheet.add("compensate").add(ExpressionPrinter.call(readable(undo.call())));
        if (undo.onExhausted().isEmpty() && undo.limits().equals(dev.skald.dsl.syntax.tree.CallLimits.NONE)) {
            return;
        }
        sheet.add("{");
        limits.limits(undo.limits());
        undo.onExhausted()
                .ifPresent(answer -> sheet.line(answer.location())
                        .add("on exhausted")
                        .add(answer.value().name().toLowerCase(Locale.ROOT)));
        sheet.line().add("}");
    }

    private static Call readable(Optional<Call> call) {
        return call.orElseThrow(() -> new IllegalArgumentException("a call could not be read"));
    }
}
