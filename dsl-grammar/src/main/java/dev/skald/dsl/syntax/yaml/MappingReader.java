package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Text;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import dev.skald.dsl.syntax.yaml.YamlNode.Sequence;
import dev.skald.dsl.syntax.yaml.YamlNode.Unreadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a mapping that has certain keys. A key that it may not have is reported; where it is nearly one of the others
 * it is taken for that one, so that a slip of the pen does not look like a missing key as well.
 */
final class MappingReader {

    private final String owner;
    private final SourceLocation place;
    private final Keys keys;
    private final Values values;
    private final Diagnostics diagnostics;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Name> reserved = new ArrayList<>();
    private boolean strange;

    /**
     * A reader that has reported the mapping's unknown keys.
     *
     * @param owner what messages call the mapping, such as {@code a step}
     * @param place what a message about a missing key points at
     */
    MappingReader(
            Mapping mapping, String owner, SourceLocation place, Keys keys, Values values, Diagnostics diagnostics) {
        this.owner = owner;
        this.place = place;
        this.keys = keys;
        this.values = values;
        this.diagnostics = diagnostics;
        this.strange = mapping.damaged();
        mapping.entries().stream()
                .filter(this::isKnown)
                .forEach(entry -> accept(entry.key().text(), entry));
        mapping.entries().stream().filter(entry -> !isKnown(entry)).forEach(this::acceptUnknown);
    }

    /** Whether the key is written, with a value that can be read or without. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Whether there is something here that nobody understood, so that what is missing may be no mistake. */
    boolean isStrange() {
        return strange;
    }

    /** What a message about the mapping as a whole points at. */
    SourceLocation place() {
        return place;
    }

    /** The words that are reserved for later, as written. */
    List<Name> reserved() {
        return reserved;
    }

    /** What the keys are taken for, in the order written. */
    Set<String> keys() {
        return entries.keySet();
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The value of a key, where it is there and can be read. */
    Optional<YamlNode> value(String key) {
        return entry(key).map(Entry::value).filter(MappingReader::isReadable);
    }

    /** The value of a key that has to be there. */
    Optional<YamlNode> required(String key) {
        if (!has(key) && !strange) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.SYNTAX_MISSING, place, owner + " needs the key " + Mistakes.quoted(key)));
        }
        return value(key);
    }

    Optional<Mapping> mapping(String key) {
        return value(key).flatMap(node -> values.mapping(node, Mistakes.quoted(key)));
    }

    Optional<Sequence> sequence(String key) {
        return value(key).flatMap(node -> values.sequence(node, Mistakes.quoted(key)));
    }

    Optional<Scalar> scalar(String key) {
        return value(key).flatMap(node -> values.scalar(node, Mistakes.quoted(key)));
    }

    Optional<Name> name(String key) {
        return scalar(key).map(values::name);
    }

    Optional<Text> text(String key) {
        return scalar(key).map(scalar -> values.text(scalar, Mistakes.quoted(key)));
    }

    Optional<Located<Duration>> duration(String key) {
        return scalar(key).flatMap(scalar -> values.duration(scalar, Mistakes.quoted(key)));
    }

    Optional<Located<Integer>> wholeNumber(String key) {
        return scalar(key).flatMap(scalar -> values.wholeNumber(scalar, Mistakes.quoted(key)));
    }

    /** Whether the key is there and says {@code true}. */
    boolean flag(String key) {
        return scalar(key)
                .map(scalar -> values.flag(scalar, Mistakes.quoted(key)))
                .orElse(false);
    }

    private boolean isKnown(Entry entry) {
        return keys.allowed().contains(entry.key().text());
    }

    private void accept(String key, Entry entry) {
        entries.put(key, entry);
        if (entry.value() instanceof Scalar scalar && scalar.isMissing()) {
            diagnostics.report(Mistakes.noValue(entry.key()));
        }
    }

    private void acceptUnknown(Entry entry) {
        String key = entry.key().text();
        if (keys.reserved().contains(key)) {
            reserved.add(values.name(entry.key()));
            return;
        }
        List<String> free =
                keys.allowed().stream().filter(allowed -> !has(allowed)).toList();
        Optional<String> meant = Suggestions.nearest(key, free);
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.SYNTAX_UNKNOWN_KEY, entry.key().location(), owner + " has no key " + Mistakes.quoted(key));
        Optional<String> help = meant.map(near -> "the key with a similar name is " + Mistakes.quoted(near))
                .or(() -> Optional.ofNullable(keys.explained().get(key)))
                .or(() -> Suggestions.shortList(keys.allowed()).map(list -> "its keys are " + list));
        diagnostics.report(help.map(unknown::withHelp).orElse(unknown).replacedBy(meant));
        meant.ifPresentOrElse(near -> accept(near, entry), () -> strange = true);
    }

    private static boolean isReadable(YamlNode node) {
        return !(node instanceof Unreadable) && !(node instanceof Scalar scalar && scalar.isMissing());
    }
}
