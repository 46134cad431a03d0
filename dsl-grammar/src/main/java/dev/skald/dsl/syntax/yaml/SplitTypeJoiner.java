package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import dev.skald.dsl.syntax.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins what YAML takes apart in <code>{ prices: map&lt;string, int&gt; }</code>: it sees the keys {@code prices} and
 * {@code int>} there.
 */
final class SplitTypeJoiner {

    private final SourceText source;
    private final Diagnostics diagnostics;

    SplitTypeJoiner(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** The entries of a mapping in braces, as they are meant. */
    List<Entry> join(List<Entry> entries) {
        List<Entry> joined = new ArrayList<>();
        List<UnquotedValue> unquoted = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            int last = lastPart(entries, index);
            if (last > index && entry.value() instanceof Scalar type) {
                int start = type.places().start();
                int end = entries.get(last).key().places().end();
                unquoted.add(new UnquotedValue(start, end, false, UnquotedValue.Reason.COMMA));
                joined.add(new Entry(entry.key(), plain(start, end)));
                index = last;
            } else {
                joined.add(entry);
            }
        }
        UnquotedValue.report(unquoted, source, diagnostics);
        return joined;
    }

    /**
     * The index of the entry whose key closes the type that the entry at {@code index} opens; {@code index} where none
     * does.
     */
    private static int lastPart(List<Entry> entries, int index) {
        int open = unclosed(entries.get(index).value());
        for (int next = index + 1; open > 0 && next < entries.size(); next++) {
            Entry part = entries.get(next);
            if (!(part.value() instanceof Scalar value) || !value.isMissing()) {
                return index;
            }
            open += unclosed(part.key());
            if (open == 0) {
                return next;
            }
        }
        return index;
    }

    private static int unclosed(YamlNode node) {
        return node instanceof Scalar scalar && scalar.style() == Style.PLAIN
                ? scalar.text()
                        .chars()
                        .map(character -> character == '<' ? 1 : character == '>' ? -1 : 0)
                        .sum()
                : 0;
    }

    private Scalar plain(int start, int end) {
        String text = source.text(start, end);
        return new Scalar(
                text,
                Style.PLAIN,
                new ScalarPlaces(source, start, end, Style.PLAIN, text),
                source.location(start, end));
    }
}
