package dev.skald.dsl.syntax;

import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A file's text by characters (code points), and the line and column of each. */
public final class SourceText {

    private final SourceFile file;
    private final int[] characters;
    private final int[] lineStarts;

    /** The text of {@code file}. */
    public SourceText(SourceFile file) {
        this.file = file;
        this.characters = file.text().codePoints().toArray();
        this.lineStarts = lineStarts(characters);
    }

    /** The file itself. */
    public SourceFile file() {
        return file;
    }

    /** How many characters there are. */
    public int length() {
        return characters.length;
    }

    /** The character at {@code index}; -1 behind the end. */
    public int at(int index) {
        return index < characters.length ? characters[index] : -1;
    }

    /** The characters from {@code from} to before {@code to}. */
    public String text(int from, int to) {
        return new String(characters, from, to - from);
    }

    /** The place of the characters from {@code from} to before {@code to}. */
    public SourceLocation location(int from, int to) {
        int line = line(from);
        int endLine = to > from ? line(to - 1) : line;
        return new SourceLocation(
                file.path(), line, from - lineStarts[line - 1] + 1, endLine, to - lineStarts[endLine - 1] + 1);
    }

    /** The line, counted from 1, that the character at {@code index} is on. */
    public int line(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The index of the first character of the line that {@code index} is on. */
    public int lineStart(int index) {
        return lineStarts[line(index) - 1];
    }

    /** The index behind the last character of the line that {@code index} is on, its line break not counted. */
    public int lineEnd(int index) {
        int line = line(index);
        int end = line < lineStarts.length ? lineStarts[line] : characters.length;
        while (end > lineStarts[line - 1] && isLineBreak(characters[end - 1])) {
            end--;
        }
        return end;
    }

    /** A line ends with a line feed, a carriage return, or both. */
    private static int[] lineStarts(int[] characters) {
        return IntStream.rangeClosed(0, characters.length)
                .filter(index -> index == 0 || isLineEnd(characters, index - 1))
                .toArray();
    }

    private static boolean isLineEnd(int[] characters, int index) {
        boolean isHalf = characters[index] == '\r' && index + 1 < characters.length && characters[index + 1] == '\n';
        return isLineBreak(characters[index]) && !isHalf;
    }

    private static boolean isLineBreak(int character) {
        return character == '\n' || character == '\r';
    }
}
