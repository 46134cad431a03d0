package dev.skald.benchmarks;

import java.util.Map;
import java.util.Objects;

/** Writes what was measured as tables of Markdown. */
final class Report {

    private final Durations durations;

    Report(Durations durations) {
        this.durations = durations;
    }

    String of(Flow flow, Map<Pattern, Measured> measured) {
        StringBuilder text = new StringBuilder("\n### %s\n\n".formatted(capitalized(flow.words())));
        text.append(
                "| saga | participants alone | median | quartiles | above that | events |\n|---|---|---|---|---|---|\n");
        measured.forEach((pattern, its) -> text.append(row(flow, pattern, its)));
        text.append("\n| pair | ratio of the participants | median of the ratios | quartiles |\n|---|---|---|---|\n");
        text.append(pair(flow, Pattern.FANTASY_FICTION, Pattern.EPIC, measured));
        text.append(pair(flow, Pattern.PARALLEL, Pattern.FAIRY_TALE, measured));
        return text.toString();
    }

    private String row(Flow flow, Pattern pattern, Measured measured) {
        int ideal = flow.ideal(pattern, durations);
        Sample millis = measured.millis();
        return "| %s | %d ms | %.0f ms | %s ms | %.0f ms | %s |\n"
                .formatted(
                        pattern.title(),
                        ideal,
                        millis.median(),
                        millis.quartiles("%.0f"),
                        millis.median() - ideal,
                        measured.events().range("%.0f"));
    }

    private String pair(Flow flow, Pattern async, Pattern sync, Map<Pattern, Measured> measured) {
        Sample ratio = of(measured, async).ratioTo(of(measured, sync));
        return "| %s : %s | %s | %.2f | %s |\n"
                .formatted(
                        async.title(),
                        sync.title(),
                        ratioOfIdeals(flow.ideal(async, durations), flow.ideal(sync, durations)),
                        ratio.median(),
                        ratio.quartiles("%.2f"));
    }

    private static String ratioOfIdeals(int async, int sync) {
        return sync == 0 ? "-" : "%.2f".formatted(async / (double) sync);
    }

    private static Measured of(Map<Pattern, Measured> measured, Pattern pattern) {
        return Objects.requireNonNull(measured.get(pattern));
    }

    private static String capitalized(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
