package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Gap;
import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Kind;
import dev.skald.dsl.syntax.written.Written.Phrase;
import java.util.ArrayList;
import java.util.List;

/** The canonical layout of a {@code .saga} file. */
public final class SagaLayout {

    private SagaLayout() {}

    /**
     * The text of a file in its canonical layout: all words and comments in the order written, and nothing but line
     * ends, blanks and the commas between fields as the layout has them.
     *
     * @param file what was read
     */
    public static String text(Phrase file) {
        List<PageLine> lines = new ArrayList<>();
        boolean wasTall = false;
        String wasSort = "";
        for (Written entry : file.parts()) {
            List<PageLine> added = Page.lines(PartLayout.doc(entry));
            boolean isTall = isTall(added);
            String sort = sort(entry);
            boolean isApart =
                    wasTall || isTall || !sort.equals(wasSort) || WordLayout.gapBefore(entry) == Gap.BLANK_LINE;
            if (isApart && !lines.isEmpty() && !added.isEmpty()) {
                lines.add(PageLine.EMPTY);
            }
            lines.addAll(added);
            wasTall = isTall;
            wasSort = sort;
        }
        return Aligner.text(lines);
    }

    /** Whether a declaration takes several lines, without the comments above it. */
    private static boolean isTall(List<PageLine> lines) {
        return lines.stream().filter(line -> !line.isComment()).count() > 1
                || lines.stream()
                        .anyMatch(line -> !line.isComment() && line.text().contains("\n"));
    }

    private static String sort(Written entry) {
        return entry instanceof Phrase phrase && (phrase.kind() == Kind.PACKAGE || phrase.kind() == Kind.IMPORT)
                ? phrase.kind().name()
                : "";
    }
}
