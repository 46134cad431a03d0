package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import dev.skald.dsl.syntax.yaml.YamlNode.Style;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds scalars with the places of their characters, and puts right what YAML misread for want of quotes. */
final class ScalarBuilder {

    private final SourceText source;
    private final Repairs repairs;
    private final Diagnostics diagnostics;
    private int lastStart;

    /** A builder for one reading of the file. */
    ScalarBuilder(SourceText source, Repairs repairs, Diagnostics diagnostics) {
        this.source = source;
        this.repairs = repairs;
        this.diagnostics = diagnostics;
    }

    /** Where the scalar begins that was built last, of those that were written. */
    int lastStart() {
        return lastStart;
    }

    /** The scalar of an event; {@code start} is where it begins without its tag and anchor. */
    Scalar build(ScalarEvent event, int start) {
        int end = event.getEndMark().orElseThrow().getIndex();
        lastStart = end > start ? start : lastStart;
        Optional<UnquotedValue> meant = repairs.at(start);
        if (meant.isPresent()) {
            return unquoted(meant.get());
        }
        Style style = style(event.getScalarStyle());
        if (style == Style.PLAIN) {
            Optional<UnquotedValue> cut = new UnquotedValueFinder(source).cutByComment(start, end);
            if (cut.isPresent()) {
                UnquotedValue.report(List.of(cut.get()), source, diagnostics);
                return unquoted(cut.get());
            }
        }
        ScalarPlaces places = new ScalarPlaces(source, start, end, style, event.getValue());
        return new Scalar(text(event, places), style, places, source.location(start, visibleEnd(start, end, style)));
    }

    private Scalar unquoted(UnquotedValue value) {
        String text = value.text(source);
        return new Scalar(
                text,
                Style.PLAIN,
                new ScalarPlaces(source, value.contentStart(), value.end(), Style.PLAIN, text),
                source.location(value.start(), value.end()));
    }

    /** The text, where an escape that is half a character is reported and replaced. */
    private String text(ScalarEvent event, ScalarPlaces places) {
        String text = event.getValue();
        StringBuilder whole = new StringBuilder(text);
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                if (Character.isSupplementaryCodePoint(text.codePointAt(index))) {
                    index++;
                } else {
                    diagnostics.report(Mistakes.halfCharacter(places.location(index, index + 1)));
                    whole.setCharAt(index, '\uFFFD');
                }
            }
        }
        return whole.toString();
    }

    /** The end as people see it: a block's last line breaks are not shown. */
    private int visibleEnd(int start, int end, Style style) {
        int visible = end;
        while (style == Style.BLOCK && visible > start && Character.isWhitespace(source.at(visible - 1))) {
            visible--;
        }
        return visible;
    }

    private static Style style(ScalarStyle style) {
        return switch (style) {
            case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> Style.BLOCK;
        };
    }
}
