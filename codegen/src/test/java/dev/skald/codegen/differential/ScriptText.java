package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Facts;
import dev.skald.codegen.interpret.Outcome;
import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Verb;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script, and what mischief is done in it, as people write it down: a line for each thing that is so.
 *
 * <pre>
 * # why it is kept
 * holds c1
 * size l1 2
 * missing e3
 * asked s1: UNKNOWN, DONE
 * operator undo s1[2]: RETRY
 * mischief 7
 * </pre>
 *
 * @param script what happens
 * @param mischief what happens behind that
 */
record ScriptText(Script script, Mischief mischief) {

    private static final Pattern REQUEST = Pattern.compile("(undo )?(\\w+)(?:\\[(\\d+)])?");

    /** The lines. */
    List<String> lines() {
        Facts facts = script.facts();
        Stream<String> holding = facts.holding().stream().sorted().map("holds "::concat);
        Stream<String> sizes = new TreeMap<>(facts.sizes())
                .entrySet().stream().map(size -> "size " + size.getKey() + " " + size.getValue());
        Stream<String> missing = facts.missing().stream().sorted().map("missing "::concat);
        return Stream.of(
                        holding,
                        sizes,
                        missing,
                        lines("asked", script.outcomes()),
                        lines("operator", script.verbs()),
                        Stream.of("mischief " + mischief.seed()))
                .flatMap(lines -> lines)
                .toList();
    }

    private static <T extends Enum<T>> Stream<String> lines(String word, Map<Request, List<T>> what) {
        return what.entrySet().stream()
                .map(entry -> word + " " + entry.getKey() + ": "
                        + String.join(
                                ", ", entry.getValue().stream().map(Enum::name).toList()))
                .sorted();
    }

    /** What the lines say. */
    static ScriptText parse(List<String> lines) {
        ScriptText text = new ScriptText(Script.HAPPY, new Mischief(0));
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                text = text.with(line.strip());
            }
        }
        return text;
    }

    private ScriptText with(String line) {
        int space = line.indexOf(' ');
        String rest = line.substring(space + 1);
        Facts facts = script.facts();
        return switch (line.substring(0, space)) {
            case "holds" -> with(script.with(facts.where(rest)));
            case "size" -> with(script.with(size(facts, rest)));
            case "missing" -> with(script.with(facts.without(rest)));
            case "asked" ->
                with(script.with(request(rest), each(rest, Outcome::valueOf).toArray(Outcome[]::new)));
            case "operator" ->
                with(script.with(request(rest), each(rest, Verb::valueOf).toArray(Verb[]::new)));
            case "mischief" -> new ScriptText(script, new Mischief(Integer.parseInt(rest)));
            default -> throw new IllegalArgumentException("no line of a script: " + line);
        };
    }

    private static Facts size(Facts facts, String listAndSize) {
        int space = listAndSize.indexOf(' ');
        return facts.where(listAndSize.substring(0, space), Integer.parseInt(listAndSize.substring(space + 1)));
    }

    private ScriptText with(Script other) {
        return new ScriptText(other, mischief);
    }

    private static <T> Stream<T> each(String rest, Function<String, T> read) {
        String list = rest.substring(rest.indexOf(':') + 1);
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(read);
    }

    private static Request request(String rest) {
        Matcher parts = REQUEST.matcher(rest.substring(0, rest.indexOf(':')));
        if (!parts.matches()) {
            throw new IllegalArgumentException("no request: " + rest);
        }
        Request request = parts.group(1) == null ? Request.to(parts.group(2)) : Request.undo(parts.group(2));
        return parts.group(3) == null ? request : request.in(Integer.parseInt(parts.group(3)));
    }
}
