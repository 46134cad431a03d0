package dev.skald.dsl.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One finding about a definition, as data; {@link DiagnosticPrinter} makes text of it.
 *
 * @param id what kind of finding, permanent
 * @param severity what it means for the build
 * @param message what is wrong, in the user's terms, one sentence without a full stop, names in backticks
 * @param location the wrong word, not the start of its block
 * @param help what to do, as a statement
 * @param notes further facts, such as where a name was declared first
 * @param fix the change that makes it go away, where one is known word for word
 */
public record Diagnostic(
        DiagnosticId id,
        Severity severity,
        String message,
        SourceLocation location,
        Optional<String> help,
        List<Note> notes,
        Optional<Fix> fix) {

    public Diagnostic {
        notes = List.copyOf(notes);
    }

    /** A finding of the id's own severity, without help or notes. */
    public static Diagnostic of(DiagnosticId id, SourceLocation location, String message) {
        return new Diagnostic(id, id.severity(), message, location, Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * That a construct is part of the language, and that this version does not build it: never a wrong reading.
     *
     * @param construct in the words that “is not built yet” follows, such as {@code `near`}
     */
    public static Diagnostic notBuilt(String construct, SourceLocation location) {
        return of(DiagnosticId.LANGUAGE_NOT_BUILT, location, construct + " is not built yet")
                .withHelp(
                        "it is part of the language, but this version of Skald cannot generate it; see the changelog");
    }

    /** The same finding with a statement of what to do. */
    public Diagnostic withHelp(String text) {
        return new Diagnostic(id, severity, message, location, Optional.of(text), notes, fix);
    }

    /** The same finding with one more fact, and the place that shows it. */
    public Diagnostic withNote(String text, SourceLocation place) {
        return with(new Note(text, Optional.of(place)));
    }

    /** The same finding with one more fact. */
    public Diagnostic withNote(String text) {
        return with(new Note(text, Optional.empty()));
    }

    /** The same finding with the change that makes it go away. */
    public Diagnostic withFix(SourceLocation range, String replacement) {
        return new Diagnostic(id, severity, message, location, help, notes, Optional.of(new Fix(range, replacement)));
    }

    /** The same finding with the fix that puts {@code word}, where there is one, in the place that it points at. */
    public Diagnostic replacedBy(Optional<String> word) {
        return word.map(text -> withFix(location, text)).orElse(this);
    }

    private Diagnostic with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new Diagnostic(id, severity, message, location, help, more, fix);
    }

    /**
     * A fact beside a finding.
     *
     * @param message the fact
     * @param location the place that shows it, where there is one
     */
    public record Note(String message, Optional<SourceLocation> location) {}
}
