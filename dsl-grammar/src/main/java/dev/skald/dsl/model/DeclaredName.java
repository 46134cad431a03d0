package dev.skald.dsl.model;

/**
 * The name of something declared at the top of a file.
 *
 * @param packageName the package; empty where the file names none
 * @param simpleName the name within it
 */
public record DeclaredName(String packageName, String simpleName) implements Comparable<DeclaredName> {

    /** The whole name, as it goes over the wire. */
    public String qualified() {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    /** Orders by the whole name. */
    @Override
    public int compareTo(DeclaredName other) {
        return qualified().compareTo(other.qualified());
    }
}
