package dev.skald.dsl.format;

/** That Skald itself is wrong: what it would have written does not say what was read. Nothing is written then. */
public final class FormatBug extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A bug that was found before it could do harm.
     *
     * @param path the file that is not written
     * @param what what would be wrong with it
     */
    public FormatBug(String path, String what) {
        super("This is a bug in Skald: " + path + " is left as it is, because " + what
                + ". Please report it, with the file.");
    }
}
