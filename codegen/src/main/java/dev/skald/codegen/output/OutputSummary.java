package dev.skald.codegen.output;

import java.util.List;

/**
 * What writing has done.
 *
 * @param written how many files are new or have changed
 * @param unchanged how many files were as they should be, and were not touched
 * @param deleted how many files were no longer generated
 * @param kept files that are no longer generated, but have been changed by somebody since
 */
public record OutputSummary(int written, int unchanged, int deleted, List<String> kept) {

    public OutputSummary {
        kept = List.copyOf(kept);
    }

    /** A sentence or two for the user. */
    public String sentence() {
        return whatHappened() + whatIsLeft();
    }

    private String whatHappened() {
        if (written + unchanged + deleted == 0) {
            return "There is nothing to generate. If this is unexpected, look where the definitions are.";
        }
        if (written + deleted == 0) {
            return "Generated code is up to date: " + files(unchanged) + ".";
        }
        return "Generated " + files(written + unchanged) + ": " + written + " written, " + unchanged + " unchanged, "
                + deleted + " deleted.";
    }

    private String whatIsLeft() {
        return kept.isEmpty()
                ? ""
                : " No longer generated, but changed by hand and therefore kept: " + String.join(", ", kept) + ".";
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }
}
