package com.acme.orders.demo;

import com.acme.orders.participants.Ledger;
import dev.skald.runtime.SagaCall;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The participants' ledger lines, in words. */
final class LedgerLines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final String ROW = "  %-9s  %-10s  %-30s  %-12s  %s";

    private LedgerLines() {}

    /** One line as it happens. */
    static String step(Ledger.Line line) {
        return "    %-10s %-7s %s".formatted(line.participant(), verb(line), line.what());
    }

    /** The same without its layout, to be compared. */
    static String plain(Ledger.Line line) {
        return "%s %s %s".formatted(line.participant(), verb(line), line.what());
    }

    /** The heads of the columns of {@link #table}. */
    static String head() {
        return ROW.formatted("order", "ledger", "what", "done", "undone");
    }

    /** A saga's lines as rows of a table: when it was done, and in the same row when it was taken back. */
    static List<String> table(String order, List<Ledger.Line> lines) {
        return lines.stream()
                .filter(line -> line.call().phase() == SagaCall.Phase.DO)
                .map(line -> row(order, line, lines))
                .toList();
    }

    private static String row(String order, Ledger.Line line, List<Ledger.Line> lines) {
        String done = line.mark() == Ledger.Mark.DONE ? time(line.at()) : "refused";
        String undone = lines.stream()
                .filter(other -> other.mark() == Ledger.Mark.UNDONE)
                .filter(other -> other.call().step().equals(line.call().step()))
                .map(other -> time(other.at()))
                .findFirst()
                .orElse("-");
        return ROW.formatted(order, line.participant(), line.what(), done, undone);
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String verb(Ledger.Line line) {
        return switch (line.mark()) {
            case DONE -> "did";
            case REFUSED -> "refused";
            case UNDONE -> "undid";
        };
    }
}
