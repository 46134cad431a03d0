package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import dev.skald.dsl.syntax.yaml.YamlNode.Sequence;
import dev.skald.dsl.syntax.yaml.YamlNode.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Builds located nodes from YAML's events, and refuses what YAML has and the notation has not: aliases, anchors, tags,
 * a second document, keys that are no words, keys that are there twice.
 */
final class NodeBuilder {

    /** How deep lists and mappings nest at most. */
    static final int DEEPEST = 32;

    private final Iterator<Event> events;
    private final SourceText source;
    private final ScalarBuilder scalars;
    private final NodeProperties properties;
    private final Diagnostics diagnostics;

    NodeBuilder(Iterator<Event> events, SourceText source, ScalarBuilder scalars, Diagnostics diagnostics) {
        this.events = events;
        this.source = source;
        this.scalars = scalars;
        this.properties = new NodeProperties(source, diagnostics);
        this.diagnostics = diagnostics;
    }

    /** What the file's document holds; empty where there is none, or nothing in it. */
    Optional<YamlNode> document() {
        Optional<YamlNode> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && root.isPresent()) {
                diagnostics.report(Mistakes.secondDocument(location(event)));
                return root;
            }
            if (event instanceof NodeEvent) {
                root = Optional.of(node(event, 1));
            }
        }
        return root.filter(node -> !(node instanceof Scalar scalar && scalar.isMissing()));
    }

    private YamlNode node(Event event, int depth) {
        if (event instanceof AliasEvent) {
            diagnostics.report(Mistakes.alias(location(event)));
            return new Unreadable(location(event));
        }
        int start = properties.refuse((NodeEvent) event);
        if (event instanceof ScalarEvent scalar) {
            return scalars.build(scalar, start);
        }
        if (depth > DEEPEST) {
            throw new NestingException(start);
        }
        CollectionStartEvent opening = (CollectionStartEvent) event;
        return opening instanceof SequenceStartEvent
                ? sequence(opening, start, depth + 1)
                : mapping(opening, start, depth + 1);
    }

    private Sequence sequence(CollectionStartEvent opening, int start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, depth));
            event = events.next();
        }
        return new Sequence(items, span(opening, start, items, event));
    }

    private Mapping mapping(CollectionStartEvent opening, int start, int depth) {
        List<Entry> entries = new ArrayList<>();
        List<YamlNode> parts = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            YamlNode key = node(event, depth);
            YamlNode value = node(events.next(), depth);
            if (key instanceof Scalar word) {
                entries.add(new Entry(word, value));
            } else if (!(key instanceof Unreadable)) {
                diagnostics.report(Mistakes.keyIsNoWord(key));
            }
            parts.add(key);
            parts.add(value);
            event = events.next();
        }
        boolean damaged = entries.size() * 2 < parts.size();
        List<Entry> meant = opening.isFlow() ? new SplitTypeJoiner(source, diagnostics).join(entries) : entries;
        return new Mapping(distinct(meant), damaged, span(opening, start, parts, event));
    }

    private List<Entry> distinct(List<Entry> entries) {
        Map<String, Scalar> first = new HashMap<>();
        List<Entry> distinct = new ArrayList<>();
        for (Entry entry : entries) {
            Scalar earlier = first.putIfAbsent(entry.key().text(), entry.key());
            if (earlier == null) {
                distinct.add(entry);
            } else {
                diagnostics.report(Mistakes.duplicateKey(entry.key(), earlier));
            }
        }
        return distinct;
    }

    /** YAML ends a collection without brackets where the next thing begins; for people it ends with its last part. */
    private SourceLocation span(CollectionStartEvent opening, int start, List<YamlNode> parts, Event closing) {
        SourceLocation first = source.location(start, start + 1);
        if (opening.isFlow()) {
            SourceLocation last = location(closing);
            return last.compareTo(first) > 0 ? first.to(last) : first;
        }
        return parts.isEmpty() ? first : first.to(parts.get(parts.size() - 1).location());
    }

    private SourceLocation location(Event event) {
        return source.location(
                event.getStartMark().orElseThrow().getIndex(),
                event.getEndMark().orElseThrow().getIndex());
    }
}
