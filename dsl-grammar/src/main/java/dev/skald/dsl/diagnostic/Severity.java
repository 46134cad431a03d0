package dev.skald.dsl.diagnostic;

/** What a finding means for the build. */
public enum Severity {
    /** Nothing is generated. */
    ERROR,
    /** Code is generated, but somebody should look. */
    WARNING,
    /** For information. */
    NOTE;

    /** The word that is printed. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
