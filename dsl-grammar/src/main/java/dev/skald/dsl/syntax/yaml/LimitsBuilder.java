package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.CallLimits.Retry;
import dev.skald.dsl.syntax.tree.Defaults;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Builds timeouts and retries, and the {@code defaults} of a file, a participant or a saga. */
final class LimitsBuilder {

    /** The keys that {@link #limits} reads. */
    static final List<String> KEYS = List.of("timeout", "deadline", "heartbeat", "retry");

    private static final Keys RETRY = Keys.of("attempts", "backoff", "factor");
    private static final Keys COMPENSATION = Keys.of().and(KEYS);
    private static final Keys DEFAULTS = COMPENSATION.and(List.of("compensation"));
    private static final String RANGE = "..";

    private final Values values;
    private final Diagnostics diagnostics;

    LimitsBuilder(Values values, Diagnostics diagnostics) {
        this.values = values;
        this.diagnostics = diagnostics;
    }

    CallLimits limits(MappingReader reader) {
        return new CallLimits(
                reader.duration("timeout"),
                reader.duration("deadline"),
                reader.duration("heartbeat"),
                reader.mapping("retry").map(this::retry));
    }

    /** The {@code defaults} of what {@code owner} reads. */
    Optional<Defaults> defaults(MappingReader owner) {
        return owner.mapping("defaults").map(mapping -> {
            MappingReader reader = values.keys(mapping, "`defaults`", DEFAULTS);
            CallLimits compensations = reader.mapping("compensation")
                    .map(undo -> limits(values.keys(undo, "`compensation`", COMPENSATION)))
                    .orElse(CallLimits.NONE);
            return new Defaults(limits(reader), compensations, mapping.location());
        });
    }

    private Retry retry(Mapping mapping) {
        MappingReader reader = values.keys(mapping, "`retry`", RETRY);
        Optional<Scalar> backoff = reader.scalar("backoff");
        return new Retry(
                reader.scalar("attempts").flatMap(this::attempts),
                backoff.flatMap(this::firstInterval),
                backoff.flatMap(this::longestInterval),
                reader.scalar("factor").flatMap(factor -> values.number(factor, "`factor`")),
                mapping.location());
    }

    private Optional<Located<Integer>> attempts(Scalar scalar) {
        if (scalar.text().equals("unlimited")) {
            return Optional.of(new Located<>(Retry.UNLIMITED, scalar.location()));
        }
        Optional<Located<Integer>> attempts = values.wholeNumber(scalar, "`attempts`");
        if (attempts.isPresent() && attempts.get().value() == Retry.UNLIMITED) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_RANGE,
                            scalar.location(),
                            "`attempts` is at least 1, the first try included")
                    .withHelp("without a limit it is `unlimited`"));
            return Optional.empty();
        }
        return attempts;
    }

    private Optional<Located<Duration>> firstInterval(Scalar backoff) {
        int range = backoff.text().indexOf(RANGE);
        return values.duration(backoff, 0, range < 0 ? backoff.text().length() : range, "`backoff`");
    }

    private Optional<Located<Duration>> longestInterval(Scalar backoff) {
        int range = backoff.text().indexOf(RANGE);
        return range < 0
                ? Optional.empty()
                : values.duration(
                        backoff, range + RANGE.length(), backoff.text().length(), "`backoff`");
    }
}
