package dev.skald.dsl.format.yaml;

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

/** Prints the keys of steps. */
final class StepPrinter {

    private final YamlSheet sheet;
    private final ValuePrinter values;
    private final LimitsPrinter limits;

    StepPrinter(YamlSheet sheet, ValuePrinter values, LimitsPrinter limits) {
        this.sheet = sheet;
        this.values = values;
        this.limits = limits;
    }

    void step(Step step) {
        step.name().ifPresent(name -> sheet.entry("step", ScalarText.value(name.text())));
        step.description().ifPresent(text -> sheet.entry("description", ScalarText.text(text.value())));
        if (step.kind() != StepKind.COMPENSATABLE) {
            sheet.entry("kind", step.kind().name().toLowerCase(Locale.ROOT));
        }
        values.call("call", readable(step.call()));
        clauses(step.clauses());
    }

    private void clauses(StepClauses clauses) {
        clauses.moment().ifPresent(this::moment);
        limits.limits(clauses.limits());
        clauses.onUnknown().ifPresent(this::onUnknown);
        after(clauses.after());
        acceptances(clauses.accepted());
        clauses.compensation().ifPresent(this::compensation);
    }

    private void after(List<Name> names) {
        if (!names.isEmpty()) {
            List<String> words = names.stream().map(Name::text).toList();
            sheet.at(names.get(0).location())
                    .entry("after", words.size() == 1 ? ScalarText.value(words.get(0)) : YamlSheet.flow(words));
        }
    }

    private void moment(Moment moment) {
        sheet.at(moment.name().location());
        String name = moment.name().text();
        sheet.entry(
                "state",
                moment.label()
                        .map(label -> YamlSheet.braces(List.of(
                                "name: " + ScalarText.valueInBraces(name),
                                "label: " + ScalarText.quotedText(label.value()))))
                        .orElseGet(() -> ScalarText.value(name)));
    }

    private void onUnknown(OnUnknown clause) {
        sheet.at(clause.location());
        if (clause instanceof OnUnknown.Probe probe) {
            sheet.block("onUnknown", () -> values.call("probe", probe.call()));
        } else {
            sheet.entry("onUnknown", clause instanceof OnUnknown.Compensate ? "compensate" : "escalate");
        }
    }

    /** {@code accept}, where a finding is accepted. */
    void acceptances(List<Acceptance> accepted) {
        if (!accepted.isEmpty()) {
            sheet.block("accept", () -> accepted.forEach(each -> sheet.item(() -> acceptance(each))));
        }
    }

    private void acceptance(Acceptance acceptance) {
        sheet.at(acceptance.location())
                .entry("rule", ScalarText.value(acceptance.rule().text()));
        acceptance.because().ifPresent(reason -> sheet.entry("because", ScalarText.text(reason.value())));
    }

    private void compensation(Compensation compensation) {
        sheet.at(compensation.location());
        if (compensation instanceof Compensation.None none) {
            sheet.entry("compensate", "none");
            none.because().ifPresent(reason -> sheet.entry("because", ScalarText.text(reason.value())));
        } else if (compensation instanceof Compensation.Undo undo) {
            sheet.block("compensate", () -> undo(undo));
        }
    }

    private void undo(Compensation.Undo undo) {
        values.call("call", readable(undo.call()));
        limits.limits(undo.limits());
        undo.onExhausted()
                .ifPresent(answer -> sheet.at(answer.location())
                        .entry("onExhausted", answer.value().name().toLowerCase(Locale.ROOT)));
    }

    private static Call readable(Optional<Call> call) {
        return call.orElseThrow(() -> new IllegalArgumentException("a call could not be read"));
    }
}
