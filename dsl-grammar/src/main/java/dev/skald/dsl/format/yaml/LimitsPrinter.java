package dev.skald.dsl.format.yaml;

import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.CallLimits.Retry;
import dev.skald.dsl.syntax.tree.Defaults;
import dev.skald.dsl.syntax.tree.Located;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints limits of calls, and the defaults for them. */
final class LimitsPrinter {

    private final YamlSheet sheet;

    LimitsPrinter(YamlSheet sheet) {
        this.sheet = sheet;
    }

    /** The keys of the limits that are written. */
    void limits(CallLimits limits) {
        limit("timeout", limits.timeout());
        limit("deadline", limits.deadline());
        limit("heartbeat", limits.heartbeat());
        limits.retry().ifPresent(retry -> sheet.at(retry.location()).entry("retry", text(retry)));
    }

    /** {@code defaults}, where there are any. */
    void defaults(Optional<Defaults> written) {
        written.ifPresent(defaults -> {
            sheet.at(defaults.location());
            if (isNothing(defaults.calls()) && isNothing(defaults.compensations())) {
                sheet.entry("defaults", "{}");
            } else {
                sheet.block("defaults", () -> defaults(defaults));
            }
        });
    }

    private void defaults(Defaults defaults) {
        limits(defaults.calls());
        if (!isNothing(defaults.compensations())) {
            sheet.block("compensation", () -> limits(defaults.compensations()));
        }
    }

    private static boolean isNothing(CallLimits limits) {
        return limits.equals(CallLimits.NONE);
    }

    private void limit(String key, Optional<Located<Duration>> duration) {
        duration.ifPresent(value -> sheet.at(value.location()).entry(key, Durations.text(value.value())));
    }

    private static String text(Retry retry) {
        List<String> entries = new ArrayList<>();
        retry.attempts()
                .ifPresent(attempts -> entries.add("attempts: "
                        + (attempts.value() == Retry.UNLIMITED ? "unlimited" : Integer.toString(attempts.value()))));
        retry.firstInterval()
                .ifPresent(first -> entries.add("backoff: " + Durations.text(first.value())
                        + retry.longestInterval()
                                .map(longest -> ".." + Durations.text(longest.value()))
                                .orElse("")));
        retry.factor().ifPresent(factor -> entries.add("factor: " + number(factor.value())));
        return YamlSheet.braces(entries);
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
