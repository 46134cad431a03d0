package dev.skald.runtime.internal;

import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepStatus;
import java.util.List;

/** What Temporal's Web UI shows of a saga while it runs: its state, and a table of its steps. */
final class Details {

    private static final int ERROR_BYTES = 300;

    private Details() {}

    static String of(SagaStatus status) {
        StringBuilder markdown = new StringBuilder("**").append(status.state()).append("**");
        if (status.moment() != null) {
            markdown.append(", ").append(status.moment());
        }
        if (status.reason() != null) {
            markdown.append(": ").append(inline(status.reason()));
        }
        markdown.append("\n\n| step | state | last error |\n|---|---|---|\n");
        for (StepStatus step : status.steps()) {
            String error = step.lastError() == null ? "" : inline(step.lastError());
            markdown.append("| %s | %s | %s |%n"
                    .formatted(step.label(), step.state(), error)
                    .replace("\r\n", "\n"));
        }
        line(markdown, "undone", status.undone());
        line(markdown, "still to undo", status.stillToUndo());
        return markdown.toString();
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
        return Texts.cut(text, ERROR_BYTES).replaceAll("\\s+", " ").replaceAll("([|*_`<>\\[\\]])", "\\\\$1");
    }
}
