package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.StepClauses.Compensation;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Builds what undoes a step: {@code compensate} with its own clauses, or {@code compensate: none} with {@code because}.
 */
final class CompensationBuilder {

    private static final Keys UNDO = Keys.of("call", "with", "onExhausted").and(LimitsBuilder.KEYS);
    private static final String NONE = "none";

    private final Values values;
    private final CallBuilder calls;
    private final LimitsBuilder limits;
    private final Diagnostics diagnostics;

    CompensationBuilder(Values values, CallBuilder calls, LimitsBuilder limits, Diagnostics diagnostics) {
        this.values = values;
        this.calls = calls;
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    Optional<Compensation> compensation(MappingReader step) {
        Optional<Compensation> compensation =
                step.value("compensate").map(node -> compensation(node, step)).or(() -> unread(step));
        if (!step.has("compensate") || step.value("compensate").orElse(null) instanceof Mapping) {
            step.entry("because")
                    .ifPresent(because -> diagnostics.report(Mistakes.unexpected(
                                    because.key().location(), "`because` stands only beside `compensate: none`")
                            .withHelp("what a step is for is its `description`")));
        }
        return compensation;
    }

    /** What may stand under a key that nobody knows: a step does not lack it. */
    private static Optional<Compensation> unread(MappingReader step) {
        boolean isUnread = step.has("compensate") || (step.isStrange() && !step.has("kind"));
        return isUnread
                ? Optional.of(new Compensation.Undo(Optional.empty(), CallLimits.NONE, Optional.empty(), step.place()))
                : Optional.empty();
    }

    private Compensation compensation(YamlNode node, MappingReader step) {
        if (node instanceof Mapping mapping) {
            MappingReader reader = values.keys(mapping, "`compensate`", UNDO);
            return new Compensation.Undo(
                    calls.call(reader, "call"), limits.limits(reader), onExhausted(reader), mapping.location());
        }
        if (node instanceof Scalar scalar && scalar.text().equals(NONE)) {
            return new Compensation.None(step.text("because"), scalar.location());
        }
        diagnostics.report(Mistakes.unexpected(
                        node.location(), "`compensate` is a mapping with `call`, or `none` with `because` beside it")
                .withHelp("a compensation is written `compensate: { call: participant.operation }`"));
        return new Compensation.Undo(Optional.empty(), CallLimits.NONE, Optional.empty(), node.location());
    }

    private Optional<Located<OnExhausted>> onExhausted(MappingReader reader) {
        return reader.scalar("onExhausted")
                .flatMap(scalar -> values.word(scalar, "`onExhausted`", List.of("continue", "pause"))
                        .map(word ->
                                new Located<>(OnExhausted.valueOf(word.toUpperCase(Locale.ROOT)), scalar.location())));
    }
}
