package dev.skald.codegen.pages;

import dev.skald.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of {@code docs/diagnostics}: a definition that has the finding, the finding as it is printed, the reason, and
 * a definition that has it no longer.
 *
 * @param file where it is
 * @param text all of it
 */
record DiagnosticPage(Path file, String text) {

    static final Path FOLDER = Path.of("../docs/diagnostics");

    private static final String REASON = "\n## Why\n";
    private static final String REMEDY = "\n## What to do\n";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$");

    static DiagnosticPage of(String id) throws IOException {
        Path file = FOLDER.resolve(id + ".md");
        return new DiagnosticPage(file, Files.readString(file));
    }

    /** How every page begins. */
    static String head(String id, String description) {
        return "# " + id + "\n\n" + description + "\n\n## For example\n\n";
    }

    /** Whether it has its parts, each with something in it, in their order. */
    boolean isComplete() {
        int reason = text.indexOf(REASON);
        int remedy = text.indexOf(REMEDY);
        return 0 < reason
                && reason + REASON.length() + 50 < remedy
                && remedy + REMEDY.length() + 5 < text.length()
                && text.endsWith("\n")
                && !text.contains("\n\n\n");
    }

    /** The definition with the finding; none where no page can show it. */
    List<SourceFile> wrong() {
        return definitions(text.substring(0, text.indexOf(REASON)));
    }

    /** The definition without it; none where no page can show the wrong one. */
    List<SourceFile> right() {
        return definitions(text.substring(text.indexOf(REMEDY)));
    }

    /** The lines for a shell that make a definition with the finding. */
    List<String> commands() {
        return blocks(text)
                .filter(block -> block.group(1).equals("sh"))
                .map(block -> block.group(3))
                .toList();
    }

    /** The finding as it is printed. */
    String printed() {
        return text.substring(printedBlock().start(3), printedBlock().end(3));
    }

    /** The same page with the finding printed anew. */
    DiagnosticPage printing(String snippet) {
        MatchResult block = printedBlock();
        return new DiagnosticPage(file, text.substring(0, block.start(3)) + snippet + text.substring(block.end(3)));
    }

    /** The findings that are printed in a text, one in each block. */
    static List<String> printedIn(String text) {
        return blocks(text)
                .filter(block -> block.group(1).equals("text"))
                .map(block -> block.group(3))
                .toList();
    }

    private MatchResult printedBlock() {
        return blocks(text)
                .filter(block -> block.group(1).equals("text"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " shows no finding as it is printed"));
    }

    private static List<SourceFile> definitions(String part) {
        return blocks(part)
                .filter(block -> block.group(1).equals("saga") || block.group(1).equals("yaml"))
                .map(block -> new SourceFile(name(block), block.group(3)))
                .toList();
    }

    private static String name(MatchResult block) {
        if (block.group(2) != null) {
            return block.group(2);
        }
        return block.group(1).equals("yaml") ? "order.saga.yaml" : "order.saga";
    }

    private static Stream<MatchResult> blocks(String text) {
        return BLOCK.matcher(text).results();
    }
}
