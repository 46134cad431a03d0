package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Notified;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Temporal's Web UI shows of a saga while it runs: its state, and a table of its steps. */
final class Details {

    private static final int ERROR_BYTES = 300;
    private static final int ROWS = 50;
    private static final Set<StepState> SETTLED =
            Set.of(StepState.PENDING, StepState.DONE, StepState.COMPENSATED, StepState.SKIPPED);

    /** The Web UI draws the columns of a table without a gap between them. */
    private static final String GAP = "\u00a0\u00a0\u00a0";

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("[|*_`<>\\[\\]]");

    private Details() {}

    static String of(SagaStatus status) {
        StringBuilder markdown = new StringBuilder("**").append(status.state()).append("**");
        if (status.moment() != null) {
            markdown.append(", ").append(status.moment());
        }
        if (status.reason() != null) {
            markdown.append(", because of ").append(inline(status.reason()));
        }
        markdown.append("\n\n| step | state | last error |\n|:---|:---|:---|\n");
        List<StepStatus> shown = shown(status.steps());
        for (StepStatus step : shown) {
            String error = step.lastError() == null ? "" : inline(step.lastError());
            markdown.append("| %s%s | %s%s | %s |\n".formatted(step.label(), GAP, step.state(), GAP, error));
        }
        if (shown.size() < status.steps().size()) {
            markdown.append("\n%d steps in all: %s\n".formatted(status.steps().size(), count(status.steps())));
        }
        line(markdown, "waiting for", status.waitingFor());
        line(markdown, "undone", status.undone());
        line(markdown, "still to undo", status.stillToUndo());
        line(
                markdown,
                "the admin was notified of",
                status.notified().stream().map(Notified::step).toList());
        return markdown.toString();
    }

    /**
     * Of very many steps only those that something is the matter with, so that a long loop costs no time and no room.
     */
    private static List<StepStatus> shown(List<StepStatus> steps) {
        return steps.size() <= ROWS
                ? steps
                : steps.stream()
                        .filter(step -> !SETTLED.contains(step.state()))
                        .limit(ROWS)
                        .toList();
    }

    private static String count(List<StepStatus> steps) {
        Map<StepState, Long> counts = steps.stream()
                .collect(Collectors.groupingBy(
                        StepStatus::state, () -> new EnumMap<>(StepState.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder markdown, String title, List<String> steps) {
        if (!steps.isEmpty()) {
            markdown.append('\n')
                    .append(title)
                    .append(": ")
                    .append(String.join(", ", steps))
                    .append('\n');
        }
    }

    private static String inline(String text) {
        String oneLine = SPACES.matcher(Texts.cut(text, ERROR_BYTES)).replaceAll(" ");
        return MARKS.matcher(oneLine).replaceAll("\\\\$0");
    }
}
