package dev.skald.dsl.resolve;

import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names that a definition cannot give because Java, or the generated code, has taken them. */
public final class ReservedNames {

    /**
     * Names of record components that the Java Language Specification forbids (8.10.1), and methods of every object.
     */
    private static final Set<String> OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "equals");

    /** Methods without parameters that every exception has, and what a generated error adds. */
    private static final Set<String> EXCEPTION = Set.of(
            "fillInStackTrace",
            "getCause",
            "getLocalizedMessage",
            "getMessage",
            "getStackTrace",
            "getSuppressed",
            "initCause",
            "printStackTrace");

    /** Words that Java reads as keywords where a type is named. */
    private static final Set<String> TYPE_WORDS = Set.of("record", "sealed", "permits", "var", "yield");

    /** The states that every saga has; a moment of the definition stands beside them. */
    private static final Set<String> STATES = Set.of(
            "RUNNING",
            "COMPLETED",
            "COMPENSATING",
            "COMPENSATED",
            "COMPENSATION_SENT",
            "COMPENSATION_FAILED",
            "RESOLVED_MANUALLY",
            "ESCALATED");

    private ReservedNames() {}

    /** A keyword of Java 17, {@code _} and the literals included. */
    static boolean inJava(String name) {
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_17);
    }

    static boolean asType(String name) {
        return TYPE_WORDS.contains(name);
    }

    /** Whether no component of a record may be called so, and so no field of a message. */
    public static boolean asField(String name) {
        return OBJECT.contains(name);
    }

    static boolean asErrorField(String name) {
        return OBJECT.contains(name) || EXCEPTION.contains(name);
    }

    static boolean asOperation(String name) {
        return OBJECT.contains(name);
    }

    static boolean asVariable(String name) {
        return name.equals("yield");
    }

    static boolean asConstant(String name) {
        return name.equals("UNRECOGNIZED");
    }

    static boolean asState(String name) {
        return STATES.contains(name);
    }
}
