package dev.skald.dsl.format.yaml;

import dev.skald.dsl.format.saga.TypePrinter;
import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.SagaHeader;
import java.util.Optional;

/** Prints sagas. */
final class SagaSection {

    private final YamlSheet sheet;
    private final ValuePrinter values;
    private final FieldsPrinter fields;
    private final LimitsPrinter limits;
    private final StepPrinter steps;

    SagaSection(YamlSheet sheet, FieldsPrinter fields, LimitsPrinter limits) {
        this.sheet = sheet;
        this.values = new ValuePrinter(sheet);
        this.fields = fields;
        this.limits = limits;
        this.steps = new StepPrinter(sheet, values, limits);
    }

    /** The keys of a saga. */
    void saga(Declaration.Saga saga) {
        if (!saga.input().isEmpty()) {
            fields.fields("input", saga.input());
        }
        saga.output().ifPresent(type -> sheet.entry("output", ScalarText.value(TypePrinter.text(type))));
        header(saga.header());
        new StatementPrinter(sheet, values, steps).body(saga.body());
    }

    private void header(SagaHeader header) {
        word("communication", header.communication());
        word("consistency", header.consistency());
        word("coordination", header.coordination());
        word("pattern", header.pattern());
        header.version()
                .ifPresent(version -> sheet.at(version.location()).entry("version", Integer.toString(version.value())));
        header.id().ifPresent(id -> {
            sheet.at(id.location());
            values.value("id", id);
        });
        header.deadline()
                .ifPresent(
                        deadline -> sheet.at(deadline.location()).entry("deadline", Durations.text(deadline.value())));
        header.queue().ifPresent(queue -> sheet.at(queue.location()).entry("queue", ScalarText.text(queue.value())));
        header.description()
                .ifPresent(text -> sheet.at(text.location()).entry("description", ScalarText.text(text.value())));
        header.onStateChange().ifPresent(call -> {
            sheet.at(call.location());
            sheet.block("onStateChange", () -> values.call("call", call));
        });
        steps.acceptances(header.accepted());
        limits.defaults(header.defaults());
    }

    private void word(String key, Optional<Name> word) {
        word.ifPresent(written -> sheet.at(written.location()).entry(key, ScalarText.value(written.text())));
    }
}
