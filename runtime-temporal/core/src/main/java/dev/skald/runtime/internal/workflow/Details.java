package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Notified;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.Texts;
import java.util.List;
import java.util.regex.Pattern;

/** What Temporal's Web UI shows of a saga while it runs: its state, and a table of its steps. */
final class Details {

    private static final int ERROR_BYTES = 300;

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
        for (StepStatus step : status.steps()) {
            String error = step.lastError() == null ? "" : inline(step.lastError());
            markdown.append("| %s%s | %s%s | %s |\n".formatted(step.label(), GAP, step.state(), GAP, error));
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
