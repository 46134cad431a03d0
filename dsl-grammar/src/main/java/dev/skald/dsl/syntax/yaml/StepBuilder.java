package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement.Step;
import dev.skald.dsl.syntax.tree.StepClauses;
import dev.skald.dsl.syntax.tree.StepClauses.Moment;
import dev.skald.dsl.syntax.tree.StepClauses.OnUnknown;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import dev.skald.dsl.syntax.yaml.YamlNode.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Builds steps: a call, what it is to the whole, how it is tried, and how it is undone. */
final class StepBuilder {

    private static final Keys STEP = Keys.of(
                    "step",
                    "description",
                    "kind",
                    "call",
                    "with",
                    "state",
                    "onUnknown",
                    "after",
                    "compensate",
                    "because",
                    "accept")
            .and(LimitsBuilder.KEYS)
            .explaining(Map.of(
                    "pivot", "what a step is to the whole is its `kind`: `kind: pivot`",
                    "retriable", "what a step is to the whole is its `kind`: `kind: retriable`",
                    "readonly", "what a step is to the whole is its `kind`: `kind: readonly`",
                    "name", "the name of a step stands behind its `step`",
                    "undo", "what undoes a step is its `compensate`",
                    "rollback", "what undoes a step is its `compensate`",
                    "no compensation", "write `compensate: none`, and the reason as `because`",
                    "on failure", "a refusal compensates what came before; `onUnknown` is for a call without an answer",
                    "onFailure", "a refusal compensates what came before; `onUnknown` is for a call without an answer",
                    "input", "the arguments of a call stand in `with`"));
    private static final Keys STATE = Keys.of("name", "label");
    private static final Keys PROBE = Keys.of("probe", "with");
    private static final List<String> KINDS = Arrays.stream(StepKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Values values;
    private final CallBuilder calls;
    private final LimitsBuilder limits;
    private final CompensationBuilder compensations;
    private final AcceptanceBuilder acceptances;
    private final Diagnostics diagnostics;

    StepBuilder(Values values, CallBuilder calls, LimitsBuilder limits, Diagnostics diagnostics) {
        this.values = values;
        this.calls = calls;
        this.limits = limits;
        this.compensations = new CompensationBuilder(values, calls, limits, diagnostics);
        this.acceptances = new AcceptanceBuilder(values);
        this.diagnostics = diagnostics;
    }

    Step step(Mapping mapping) {
        MappingReader reader = values.keys(mapping, "a step", STEP);
        Optional<StepKind> kind = kind(reader);
        Optional<Call> call = calls.call(reader, "call");
        return new Step(
                reader.name("step"),
                reader.text("description"),
                kind.orElse(StepKind.READONLY),
                // Without its kind nothing can be said about a step: it keeps its name, so that others may refer to it.
                kind.flatMap(known -> call),
                clauses(reader),
                mapping.location());
    }

    private Optional<StepKind> kind(MappingReader reader) {
        if (!reader.has("kind")) {
            return Optional.of(StepKind.COMPENSATABLE);
        }
        return reader.scalar("kind")
                .flatMap(scalar -> values.word(scalar, "`kind`", KINDS))
                .map(word -> StepKind.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private StepClauses clauses(MappingReader reader) {
        return new StepClauses(
                moment(reader),
                limits.limits(reader),
                reader.value("onUnknown").flatMap(this::onUnknown),
                reader.value("after").map(this::after).orElse(List.of()),
                compensations.compensation(reader),
                acceptances.acceptances(reader));
    }

    private Optional<Moment> moment(MappingReader step) {
        if (step.value("state").orElse(null) instanceof Mapping mapping) {
            MappingReader reader = values.keys(mapping, "`state`", STATE);
            reader.required("name");
            return reader.name("name").map(name -> new Moment(name, reader.text("label")));
        }
        return step.name("state").map(name -> new Moment(name, Optional.empty()));
    }

    private Optional<OnUnknown> onUnknown(YamlNode node) {
        if (node instanceof Mapping mapping) {
            MappingReader reader = values.keys(mapping, "`onUnknown`", PROBE);
            return calls.call(reader, "probe").map(call -> new OnUnknown.Probe(call, mapping.location()));
        }
        if (node instanceof Scalar scalar) {
            return values.word(scalar, "`onUnknown`", List.of("compensate", "escalate"))
                    .map(word -> word.equals("compensate")
                            ? new OnUnknown.Compensate(node.location())
                            : new OnUnknown.Escalate(node.location()));
        }
        diagnostics.report(
                Mistakes.wrongKind(node, "`onUnknown`", "`compensate`, `escalate` or a mapping with `probe`"));
        return Optional.empty();
    }

    private List<Name> after(YamlNode node) {
        List<YamlNode> names = node instanceof Sequence sequence ? sequence.items() : List.of(node);
        return names.stream()
                .flatMap(name -> values.scalar(name, "an entry of `after`").stream())
                .map(values::name)
                .toList();
    }
}
