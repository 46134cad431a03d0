package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.SourceText;
import org.snakeyaml.engine.v2.events.NodeEvent;

/** Refuses what may stand before a node in YAML, an anchor and a tag, and finds out where the node itself begins. */
final class NodeProperties {

    private final SourceText source;
    private final Diagnostics diagnostics;

    NodeProperties(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** Reports anchor and tag; the index of the first character behind them. */
    int refuse(NodeEvent event) {
        int at = event.getStartMark().orElseThrow().getIndex();
        int end = event.getEndMark().orElseThrow().getIndex();
        while (at < end && (source.at(at) == '&' || source.at(at) == '!')) {
            int behind = wordEnd(at, end);
            diagnostics.report(
                    source.at(at) == '&'
                            ? Mistakes.anchor(source.location(at, behind))
                            : Mistakes.tag(source.text(at, behind), source.location(at, behind)));
            at = skipBlanks(behind, end);
        }
        return at;
    }

    private int wordEnd(int start, int end) {
        int at = start;
        while (at < end && !Character.isWhitespace(source.at(at))) {
            at++;
        }
        return at;
    }

    private int skipBlanks(int start, int end) {
        int at = start;
        while (at < end && (Character.isWhitespace(source.at(at)) || source.at(at) == '#')) {
            at = source.at(at) == '#' ? source.lineEnd(at) : at + 1;
        }
        return at;
    }
}
