package dev.skald.dsl.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a definition at random, as slips, merges, editors, disks and people of ill will do. */
final class Damage {

    private static final Pattern TOKEN = Pattern.compile("\\w+|\"[^\"\n]*\"|\\s+|\\W");
    private static final String SIGNS = "{}[]()<>:,.;#&*!|>'\"%@`$ \n\t\r-?=/\\~^+0x\u0000\u0007\u001b\u0085\u2028"
            + "\uFEFF\u202E\u00AD\u0301\uD83D\uDE00ß日";
    private static final String BRACKETS = "{}[]()<>\"'";
    private static final int LARGEST = 300_000;

    private final Random random;
    private final List<String> others;
    private final List<String> done = new ArrayList<>();
    private final byte[] bytes;
    private StringBuilder text;

    /**
     * Damages a definition once, or a few times.
     *
     * @param others definitions that parts are taken from
     */
    Damage(String text, List<String> others, Random random) {
        this.text = new StringBuilder(text);
        this.others = others;
        this.random = random;
        damage();
        this.bytes = encode();
    }

    /** The bytes of the file afterwards. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** What was done, for people. */
    String story() {
        return String.join(", ", done);
    }

    private void damage() {
        List<Supplier<String>> ways = List.of(
                this::dropCharacters,
                this::dropCharacters,
                this::insertCharacters,
                this::replaceCharacter,
                this::swapTokens,
                this::dropToken,
                this::tokenOfAnother,
                this::cutLine,
                this::duplicateLine,
                this::swapLines,
                this::indentLine,
                this::removeBracket,
                this::insertBracket,
                this::repeat,
                this::nest,
                this::growNumber,
                this::growName,
                this::endEarly,
                this::partOfAnother,
                this::otherLineBreaks);
        for (int times = 1 + random.nextInt(4); times > 0 && !text.isEmpty(); times--) {
            done.add(ways.get(random.nextInt(ways.size())).get());
        }
    }

    private String dropCharacters() {
        int from = index();
        int to = Math.min(text.length(), from + 1 + random.nextInt(6));
        text.delete(from, to);
        return "characters dropped";
    }

    private String insertCharacters() {
        for (int times = random.nextInt(3); times >= 0; times--) {
            text.insert(index(), sign(SIGNS));
        }
        return "characters inserted";
    }

    private String replaceCharacter() {
        text.setCharAt(index(), sign(SIGNS));
        return "a character replaced";
    }

    private String swapTokens() {
        List<String> tokens = tokens(text.toString());
        Collections.swap(tokens, random.nextInt(tokens.size()), random.nextInt(tokens.size()));
        text = new StringBuilder(String.join("", tokens));
        return "tokens swapped";
    }

    private String dropToken() {
        List<String> tokens = tokens(text.toString());
        tokens.remove(random.nextInt(tokens.size()));
        text = new StringBuilder(String.join("", tokens));
        return "a token dropped";
    }

    private String tokenOfAnother() {
        List<String> tokens = tokens(text.toString());
        List<String> source = random.nextBoolean() ? tokens : tokens(other());
        tokens.set(random.nextInt(tokens.size()), source.get(random.nextInt(source.size())));
        text = new StringBuilder(String.join("", tokens));
        return "a token in the place of another";
    }

    private String cutLine() {
        List<String> lines = lines();
        lines.remove(random.nextInt(lines.size()));
        return lines(lines, "a line cut");
    }

    private String duplicateLine() {
        List<String> lines = lines();
        lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
        return lines(lines, "a line duplicated");
    }

    private String swapLines() {
        List<String> lines = lines();
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return lines(lines, "lines swapped");
    }

    private String indentLine() {
        List<String> lines = lines();
        int index = random.nextInt(lines.size());
        String line = lines.get(index);
        lines.set(index, random.nextBoolean() ? " ".repeat(1 + random.nextInt(3)) + line : line.stripLeading());
        return lines(lines, "a line indented differently");
    }

    private String removeBracket() {
        List<Integer> places = Pattern.compile("[" + Pattern.quote(BRACKETS) + "]")
                .matcher(text)
                .results()
                .map(MatchResult::start)
                .toList();
        if (!places.isEmpty()) {
            text.deleteCharAt(places.get(random.nextInt(places.size())));
        }
        return "a bracket removed";
    }

    private String insertBracket() {
        text.insert(index(), sign(BRACKETS));
        return "a bracket inserted";
    }

    private String repeat() {
        int from = index();
        int to = Math.min(text.length(), from + 1 + random.nextInt(40));
        String piece = text.substring(from, to);
        int times = Math.min(10 * (1 << random.nextInt(12)), (LARGEST - text.length()) / piece.length());
        text.insert(from, piece.repeat(Math.max(0, times)));
        return "a piece repeated " + times + " times";
    }

    private String nest() {
        String[] pairs = {"()", "[]", "{}", "<>"};
        String pair = pairs[random.nextInt(pairs.length)];
        int depth = 1 + random.nextInt(300);
        int at = index();
        text.insert(at, pair.substring(0, 1).repeat(depth));
        if (random.nextBoolean()) {
            text.insert(
                    Math.min(text.length(), at + depth + random.nextInt(20)),
                    pair.substring(1).repeat(depth));
        }
        return depth + " levels of " + pair;
    }

    private String growNumber() {
        replaceFirst("[0-9]+", "9".repeat(1 + random.nextInt(400)));
        return "a number grown";
    }

    private String growName() {
        replaceFirst("[A-Za-z_]+", "a".repeat(1 + random.nextInt(5000)));
        return "a name grown";
    }

    private String endEarly() {
        text.setLength(index());
        return "the end lost";
    }

    private String partOfAnother() {
        String other = other();
        int from = random.nextInt(other.length() + 1);
        text.insert(index(), other, from, Math.min(other.length(), from + random.nextInt(400)));
        return "a part of another inserted";
    }

    private String otherLineBreaks() {
        String breaks = random.nextBoolean() ? "\r\n" : "\r";
        text = new StringBuilder(text.toString().replace("\n", breaks));
        return "other line breaks";
    }

    private byte[] encode() {
        byte[] whole = text.toString().getBytes(UTF_8);
        int way = random.nextInt(24);
        if (way > 4 || whole.length == 0) {
            return whole;
        }
        done.add(List.of("UTF-16", "Latin 1", "a byte of nothing", "truncated bytes", "a zero byte")
                .get(way));
        switch (way) {
            case 0 -> {
                return text.toString().getBytes(UTF_16);
            }
            case 1 -> {
                return (text + "Grüße").getBytes(ISO_8859_1);
            }
            case 3 -> {
                byte[] more = (text + "日😀").getBytes(UTF_8);
                return Arrays.copyOf(more, more.length - 1 - random.nextInt(4));
            }
            default -> whole[random.nextInt(whole.length)] = (byte) (way == 4 ? 0 : 0x80 + random.nextInt(0x80));
        }
        return whole;
    }

    private void replaceFirst(String pattern, String replacement) {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(text).results().toList();
        if (!found.isEmpty()) {
            MatchResult one = found.get(random.nextInt(found.size()));
            text.replace(one.start(), one.end(), replacement);
        }
    }

    private List<String> lines() {
        return new ArrayList<>(List.of(text.toString().split("\n", -1)));
    }

    private String lines(List<String> lines, String what) {
        text = new StringBuilder(String.join("\n", lines));
        return what;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        TOKEN.matcher(text).results().map(MatchResult::group).forEach(tokens::add);
        return tokens.isEmpty() ? new ArrayList<>(List.of(" ")) : tokens;
    }

    private String other() {
        return others.get(random.nextInt(others.size()));
    }

    private char sign(String signs) {
        return signs.charAt(random.nextInt(signs.length()));
    }

    private int index() {
        return random.nextInt(Math.max(1, text.length()));
    }
}
