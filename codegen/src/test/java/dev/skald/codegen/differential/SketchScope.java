package dev.skald.codegen.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be named at a place in a sketched saga. */
final class SketchScope {

    private final Map<String, Bound> bound = new LinkedHashMap<>();
    private final List<String> items = new ArrayList<>();
    private final Map<String, Bound> own = new LinkedHashMap<>();

    /** The scope of a block within this one. */
    SketchScope inner() {
        SketchScope inner = new SketchScope();
        inner.bound.putAll(bound);
        inner.items.addAll(items);
        return inner;
    }

    /** The scope of the rounds of a loop over {@code item}. */
    SketchScope inLoop(String item) {
        SketchScope inner = inner();
        inner.items.add(item);
        return inner;
    }

    boolean isInLoop() {
        return !items.isEmpty();
    }

    void bind(String name, Bound what) {
        bound.put(name, what);
        own.put(name, what);
    }

    /** What a block has bound is seen behind it. */
    void bindAll(SketchScope block) {
        block.own.forEach(this::bind);
    }

    /** What a block has bound is seen behind it as that. */
    void bindAll(SketchScope block, Bound as) {
        block.own.forEach((name, what) -> bind(name, what == Bound.NOTHING ? what : as));
    }

    /** An expression of type string; 0 is the saga's id. */
    String text(int choice) {
        List<String> texts = new ArrayList<>(List.of("id"));
        texts.addAll(items);
        bound.forEach((name, what) -> what.text(name).ifPresent(texts::add));
        return texts.get(choice % texts.size());
    }

    /** A condition, which facts or results decide. Whether a result is there is asked once; then it is known. */
    String condition(int choice) {
        List<String> conditions = new ArrayList<>(List.of("c1", "c2", "not c1", "c1 and c3", "c2 or c3"));
        List<String> results = bound.keySet().stream()
                .filter(name -> bound.get(name) == Bound.MAYBE)
                .toList();
        int chosen = choice % (conditions.size() + results.size() * 2);
        if (chosen < conditions.size()) {
            return conditions.get(chosen);
        }
        String result = results.get((chosen - conditions.size()) / 2);
        bound.put(result, Bound.NOTHING);
        return chosen % 2 == 0 ? result + " is present" : "not (" + result + " is present)";
    }

    /** What a name stands for. */
    enum Bound {
        /** Nothing. */
        NOTHING(""),
        /** A ticket. */
        TICKET("%s.number"),
        /** An event that has come. */
        EVENT("%s.by"),
        /** A number. */
        NUMBER("\"${%s}\""),
        /** The results of a loop's rounds. */
        LIST("\"${%s.size}\""),
        /** Something that need not be there. */
        MAYBE("");

        private final String text;

        Bound(String text) {
            this.text = text;
        }

        private Optional<String> text(String name) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text.formatted(name));
        }
    }
}
