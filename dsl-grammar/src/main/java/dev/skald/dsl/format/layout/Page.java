package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Comment;
import dev.skald.dsl.syntax.written.Gap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Puts a document on lines: a group that has no room on its line is broken, the outer ones first. */
final class Page {

    /** How long a line becomes at most, where it can be broken. */
    static final int WIDTH = 120;

    private final Deque<Item> rest = new ArrayDeque<>();
    private final List<PageLine> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private Optional<PageLine.Tab> tab = Optional.empty();
    private final StringBuilder comment = new StringBuilder();
    private int lineIndent;
    private boolean mustBreak;
    private boolean blankIsDue;

    private Page() {}

    /** The lines of {@code doc}. */
    static List<PageLine> lines(Doc doc) {
        Page page = new Page();
        page.rest.push(new Item(0, false, doc));
        while (!page.rest.isEmpty()) {
            page.put(page.rest.pop());
        }
        page.endLine();
        return page.lines;
    }

    private void put(Item item) {
        Doc doc = item.doc();
        if (doc instanceof Doc.Text text) {
            write(item.indent(), text.text());
        } else if (doc instanceof Doc.Space space) {
            space(space.blanks());
        } else if (doc instanceof Doc.Line separator) {
            if (item.flat()) {
                space(separator.flat());
            } else {
                endLine();
            }
        } else if (doc instanceof Doc.HardLine hard) {
            endLine();
            blankIsDue |= hard.blank();
        } else if (doc instanceof Doc.IfFlat flat) {
            if (item.flat()) {
                write(item.indent(), flat.text());
            }
        } else if (doc instanceof Doc.Tab place) {
            if (!item.flat()) {
                tab = Optional.of(new PageLine.Tab(place.kind(), line.length()));
            }
        } else if (doc instanceof Doc.Row row) {
            for (int index = row.docs().size() - 1; index >= 0; index--) {
                rest.push(new Item(item.indent(), item.flat(), row.docs().get(index)));
            }
        } else if (doc instanceof Doc.Nest nest) {
            rest.push(new Item(item.indent() + nest.columns(), item.flat(), nest.doc()));
        } else if (doc instanceof Doc.Group group) {
            Item flat = new Item(item.indent(), true, group.doc());
            boolean isFlat = item.flat() || (!group.broken() && fits(flat));
            rest.push(new Item(item.indent(), isFlat, group.doc()));
        } else {
            putComment(item.indent(), doc);
        }
    }

    // Comments

    private void putComment(int indent, Doc doc) {
        if (doc instanceof Doc.Before before) {
            before(indent, before);
        } else if (doc instanceof Doc.BehindComments behind) {
            if (behind.gap().isBreak()) {
                mustBreak = true;
                blankIsDue |= behind.gap() == Gap.BLANK_LINE;
            } else {
                space(" ");
            }
        } else if (doc instanceof Doc.AtEnd end) {
            atEnd(end.comment());
        }
    }

    private void before(int indent, Doc.Before before) {
        Comment written = before.comment();
        if (written.gap().isBreak()) {
            endLine();
            blankIsDue |= !before.first() && written.gap() == Gap.BLANK_LINE;
        } else if (!line.isEmpty() && "( ".indexOf(line.charAt(line.length() - 1)) < 0) {
            space(" ");
        }
        boolean isFirst = line.isEmpty() || mustBreak;
        write(indent, isFirst ? shifted(written, indent) : written.text());
    }

    /** The comment with all of its lines moved as its first one is. */
    private static String shifted(Comment comment, int indent) {
        int by = indent + 1 - comment.column();
        String[] parts = comment.text().split("\r\n|\r|\n", -1);
        StringBuilder text = new StringBuilder(parts[0].stripTrailing());
        for (int index = 1; index < parts.length; index++) {
            String part = parts[index].stripTrailing();
            int blanks = part.length() - part.stripLeading().length();
            text.append('\n')
                    .append(" ".repeat(part.isEmpty() ? 0 : Math.max(0, by)))
                    .append(part.substring(Math.min(blanks, Math.max(0, -by))));
        }
        return text.toString();
    }

    private void atEnd(Comment written) {
        if (written.text().contains("\n") || line.indexOf("\n") >= 0) {
            line.append(comment.isEmpty() ? "" : "    ")
                    .append(comment)
                    .append("    ")
                    .append(written.text());
            comment.setLength(0);
        } else {
            comment.append(comment.isEmpty() ? "" : " ").append(written.text());
        }
        mustBreak = true;
    }

    // Lines

    private void write(int indent, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (mustBreak) {
            endLine();
        }
        if (line.isEmpty()) {
            if (blankIsDue && !lines.isEmpty()) {
                lines.add(PageLine.EMPTY);
            }
            blankIsDue = false;
            lineIndent = indent;
        }
        line.append(text);
    }

    private void space(String blanks) {
        if (!mustBreak && !line.isEmpty()) {
            line.append(blanks);
        }
    }

    private void endLine() {
        if (!line.isEmpty()) {
            String text = line.toString().stripTrailing();
            // Where a comment has ended the line, there may be nothing at the tab.
            lines.add(new PageLine(
                    lineIndent, text, tab.filter(place -> place.column() < text.length()), comment.toString()));
        }
        line.setLength(0);
        comment.setLength(0);
        tab = Optional.empty();
        mustBreak = false;
    }

    // Room

    private boolean fits(Item first) {
        int room = WIDTH - (line.isEmpty() || mustBreak ? first.indent() : lineIndent + lastLineLength());
        Deque<Item> ahead = new ArrayDeque<>();
        ahead.push(first);
        Iterator<Item> later = rest.iterator();
        while (room >= 0) {
            if (ahead.isEmpty()) {
                if (!later.hasNext()) {
                    return true;
                }
                ahead.push(later.next());
            }
            Item item = ahead.pop();
            Doc doc = item.doc();
            if (doc instanceof Doc.Text text) {
                int end = text.text().indexOf('\n');
                if (end >= 0) {
                    return room >= end;
                }
                room -= text.text().length();
            } else if (doc instanceof Doc.Space space) {
                room -= space.blanks().length();
            } else if (doc instanceof Doc.Line separator) {
                if (!item.flat()) {
                    return true;
                }
                room -= separator.flat().length();
            } else if (doc instanceof Doc.HardLine) {
                return !item.flat();
            } else if (doc instanceof Doc.IfFlat flat) {
                room -= item.flat() ? flat.text().length() : 0;
            } else if (doc instanceof Doc.Row row) {
                for (int index = row.docs().size() - 1; index >= 0; index--) {
                    ahead.push(new Item(item.indent(), item.flat(), row.docs().get(index)));
                }
            } else if (doc instanceof Doc.Nest nest) {
                ahead.push(new Item(item.indent(), item.flat(), nest.doc()));
            } else if (doc instanceof Doc.Group group) {
                if (item.flat() && group.broken()) {
                    return false;
                }
                ahead.push(new Item(item.indent(), item.flat(), group.doc()));
            } else if (doc instanceof Doc.Before before) {
                if (before.comment().gap().isBreak()) {
                    return true;
                }
                room -= before.comment().text().length() + 1;
            } else if (doc instanceof Doc.AtEnd) {
                return true;
            }
        }
        return false;
    }

    private int lastLineLength() {
        return line.length() - (line.lastIndexOf("\n") + 1);
    }

    /** What is to be put next, with its indentation and whether its group is on one line. */
    private record Item(int indent, boolean flat, Doc doc) {}
}
