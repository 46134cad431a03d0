package dev.skald.dsl.format.saga;

import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.CallLimits.Retry;
import dev.skald.dsl.syntax.tree.Defaults;
import dev.skald.dsl.syntax.tree.Located;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Prints limits of calls, and the defaults for them. */
final class LimitsPrinter {

    private final Sheet sheet;

    LimitsPrinter(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The limits that are written, each behind a line's end but for those that are read together. */
    void limits(CallLimits limits) {
        boolean follows = limit("timeout", limits.timeout(), false);
        follows |= limit("deadline", limits.deadline(), follows);
        limit("heartbeat", limits.heartbeat(), follows);
        limits.retry().ifPresent(retry -> {
            sheet.line(retry.location());
            retry(retry);
        });
    }

    private boolean limit(String word, Optional<Located<Duration>> duration, boolean follows) {
        duration.ifPresent(value -> {
            if (!follows || sheet.hasCommentsAbove(List.of(value.location()))) {
                sheet.line(value.location());
            }
            sheet.add(word).add(Durations.text(value.value()));
        });
        return duration.isPresent();
    }

    private void retry(Retry retry) {
        sheet.add("retry {");
        retry.attempts()
                .ifPresent(attempts -> sheet.add("attempts")
                        .add(attempts.value() == Retry.UNLIMITED ? "unlimited" : Integer.toString(attempts.value())));
        retry.firstInterval().ifPresent(first -> {
            String longest = retry.longestInterval()
                    .map(interval -> ".." + Durations.text(interval.value()))
                    .orElse("");
            sheet.add("backoff").add(Durations.text(first.value()) + longest);
        });
        retry.factor().ifPresent(factor -> sheet.add("factor").add(number(factor.value())));
        sheet.add("}");
    }

    void defaults(Defaults defaults) {
        sheet.add("defaults {");
        limits(defaults.calls());
        if (!defaults.compensations().equals(CallLimits.NONE)) {
            sheet.line().add("compensation {");
            limits(defaults.compensations());
            sheet.line().add("}");
        }
        sheet.line().add("}");
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
