package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.written.Comment;
import dev.skald.dsl.syntax.written.Gap;
import dev.skald.dsl.syntax.written.Written.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Makes the words of a file in the order written, and gives each comment to a word next to it. */
final class WrittenWords {

    private final SourceText source;
    private final Deque<Token> comments;
    private int lastLine;

    /** The words of {@code source}; {@code comments} are all of its comments, in the order written. */
    WrittenWords(SourceText source, List<Token> comments) {
        this.source = source;
        this.comments = new ArrayDeque<>(comments);
    }

    /** The next word, of one token. */
    Word word(Token token, boolean beginsLine) {
        return word(token.getStartIndex(), token.getStopIndex() + 1, beginsLine);
    }

    /** The next word, all that is written from one token to another. */
    Word kept(Token first, Token last) {
        return word(first.getStartIndex(), last.getStopIndex() + 1, false);
    }

    /** The end of the file, with the comments before it. */
    Word endOfFile() {
        return word(source.length(), source.length(), false);
    }

    private Word word(int start, int end, boolean beginsLine) {
        List<Comment> before = commentsBefore(start);
        Gap gap = Gap.between(lastLine, source.line(start));
        lastLine = source.line(Math.max(start, end - 1));
        // Comments in what is kept as it stands are a part of it.
        while (!comments.isEmpty() && comments.element().getStartIndex() < end) {
            comments.remove();
        }
        return new Word(lines(source.text(start, end)), before, gap, commentsBehind(end), beginsLine);
    }

    private List<Comment> commentsBefore(int start) {
        List<Comment> before = new ArrayList<>();
        while (!comments.isEmpty() && comments.element().getStartIndex() < start) {
            before.add(comment(comments.remove()));
        }
        return before;
    }

    /** The comments that follow on the same line, where nothing but comments does. */
    private List<Comment> commentsBehind(int end) {
        List<Token> behind = new ArrayList<>();
        int line = lastLine;
        int at = end;
        for (Token comment : comments) {
            if (source.line(comment.getStartIndex()) > line || !isBlank(at, comment.getStartIndex())) {
                break;
            }
            behind.add(comment);
            at = comment.getStopIndex() + 1;
            line = source.line(at - 1);
        }
        if (behind.isEmpty() || !isBlank(at, source.lineEnd(at))) {
            return List.of();
        }
        return behind.stream().map(each -> comment(comments.remove())).toList();
    }

    private boolean isBlank(int from, int to) {
        return source.text(from, Math.max(from, to)).isBlank();
    }

    private Comment comment(Token token) {
        int line = source.line(token.getStartIndex());
        Gap gap = Gap.between(lastLine, line);
        lastLine = source.line(token.getStopIndex());
        int column = token.getStartIndex() - source.lineStart(token.getStartIndex()) + 1;
        return new Comment(lines(token.getText().stripTrailing()), gap, line, column);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
