package dev.skald.dsl.diagnostic;

/**
 * A span of a definition file. Lines and columns count from 1; a column counts characters (code points), a tab as one.
 *
 * @param file the path of the {@link SourceFile}
 * @param line the first line
 * @param column the first character's column
 * @param endLine the line of the last character
 * @param endColumn the column behind the last character
 */
public record SourceLocation(String file, int line, int column, int endLine, int endColumn)
        implements Comparable<SourceLocation> {

    /** The span from the start of this location to the end of {@code last}; both in the same file. */
    public SourceLocation to(SourceLocation last) {
        return new SourceLocation(file, line, column, last.endLine, last.endColumn);
    }

    /** Whether {@code other} begins within this span. */
    public boolean contains(SourceLocation other) {
        boolean behindStart = compareTo(other) <= 0;
        boolean beforeEnd = other.line < endLine || (other.line == endLine && other.column < endColumn);
        return file.equals(other.file) && behindStart && beforeEnd;
    }

    /** Orders by file, then by place in the file. */
    @Override
    public int compareTo(SourceLocation other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, as editors and terminals link it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
