package dev.skald.codegen.java;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.SourceLocation;

/** Words the findings about names. */
final class ClashReports {

    private ClashReports() {}

    /** A name that the generated code needs for itself. */
    static Diagnostic reserved(String name, String why, SourceLocation location) {
        return Diagnostic.of(DiagnosticId.NAME_RESERVED, location, "`" + name + "` " + why)
                .withHelp("choose another name, such as `" + name + "_`");
    }

    /** Two things that would be one in Java; the finding is at the one that comes later. */
    static Diagnostic same(Named one, Named other, String why) {
        boolean inOrder = one.location().compareTo(other.location()) <= 0;
        Named first = inOrder ? one : other;
        Named second = inOrder ? other : one;
        return Diagnostic.of(
                        DiagnosticId.NAME_DUPLICATE,
                        second.location(),
                        second.text() + " and " + first.text() + " " + why)
                .withHelp("give one of them another name")
                .withNote(first.text() + " is here", first.location());
    }

    /**
     * Something that a definition names.
     *
     * @param kind what it is, such as {@code record}
     * @param name its name
     * @param location of its name
     */
    record Named(String kind, String name, SourceLocation location) {

        String text() {
            return kind + " `" + name + "`";
        }
    }
}
