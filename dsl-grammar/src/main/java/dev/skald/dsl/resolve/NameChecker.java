package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reports names that cannot be given: taken by Java or the generated code, no identifier at all, or given twice. */
final class NameChecker {

    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";

    /** Packages are folders, and how long a path may be is for the file system to say. */
    private static final int LONGEST_PACKAGE = 255;

    private static final int LONGEST_QUEUE = 1000;

    private final Diagnostics diagnostics;

    NameChecker(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether a name has the letters that names are made of. */
    static boolean isIdentifier(Name name) {
        return name.text().matches(IDENTIFIER);
    }

    void packageName(QualifiedName name) {
        if (name.text().length() > LONGEST_PACKAGE) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.LIMITS_IDENTIFIER,
                    name.location(),
                    "the package's name is longer than " + LONGEST_PACKAGE + " characters"));
        } else {
            name.parts().forEach(part -> check(part, taken -> false));
        }
    }

    /** The task queue of that name. */
    String queue(Text name) {
        if (name.value().isBlank()) {
            diagnostics.report(Diagnostic.of(DiagnosticId.SYNTAX_MISSING, name.location(), "the task queue has no name")
                    .withHelp("leave `queue` out where the usual name will do"));
        } else if (name.value().length() > LONGEST_QUEUE) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.LIMITS_IDENTIFIER,
                    name.location(),
                    "the task queue's name is longer than " + LONGEST_QUEUE
                            + " characters, the most that Temporal takes"));
        }
        return name.value();
    }

    /** The activity type of that name. */
    String activityType(Text name) {
        if (name.value().isBlank()) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticId.SYNTAX_MISSING, name.location(), "the activity type has no name")
                            .withHelp("leave `as` out where the usual name will do"));
        } else if (name.value().length() > LONGEST_QUEUE) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.LIMITS_IDENTIFIER,
                    name.location(),
                    "the activity type's name is longer than " + LONGEST_QUEUE
                            + " characters, the most that Temporal takes"));
        }
        return name.value();
    }

    /** The name of a Java class, or of a method with its class. */
    void java(QualifiedName name) {
        if (name.owner().isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.NAME_UNKNOWN,
                            name.location(),
                            "`" + name.text() + "` is no qualified name of Java")
                    .withHelp("write it with its package, such as `com.acme." + name.text() + "`"));
        } else {
            name.parts().forEach(part -> check(part, taken -> false));
        }
    }

    void type(Name name) {
        check(name, ReservedNames::asType);
    }

    void participant(Name name) {
        check(name, ReservedNames::asVariable);
    }

    void fields(List<Name> names) {
        names.forEach(name -> check(name, ReservedNames::asField));
        distinct(names);
    }

    void errorFields(List<Name> names) {
        names.forEach(name -> check(name, ReservedNames::asErrorField));
        distinct(names);
    }

    void operations(List<Name> names) {
        names.forEach(name -> check(name, ReservedNames::asOperation));
        distinct(names);
    }

    void parameters(List<Name> names) {
        fields(names);
    }

    void constants(List<Name> names) {
        names.forEach(name -> check(name, ReservedNames::asConstant));
        distinct(names);
    }

    void variable(Name name) {
        check(name, ReservedNames::asVariable);
    }

    void moment(Name name) {
        check(name, ReservedNames::asState);
    }

    private void check(Name name, Predicate<String> taken) {
        if (!isIdentifier(name)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.NAME_RESERVED, name.location(), "`" + name.text() + "` cannot be a name")
                    .withHelp("a name consists of ASCII letters, digits and `_`, and does not begin with a digit"));
        } else if (name.text().equals("not")) {
            reserved(name, "is a word of the language");
        } else if (ReservedNames.inJava(name.text())) {
            reserved(name, "is a keyword of Java");
        } else if (taken.test(name.text())) {
            reserved(name, "has a meaning of its own in the generated Java");
        }
    }

    private void reserved(Name name, String why) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.NAME_RESERVED,
                        name.location(),
                        "`" + name.text() + "` " + why + " and cannot be a name here")
                .withHelp("choose another name, such as `" + name.text() + "_`"));
    }

    private void distinct(List<Name> names) {
        Map<String, Name> first = new HashMap<>();
        for (Name name : names) {
            Name earlier = first.putIfAbsent(name.text(), name);
            if (earlier != null) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.NAME_DUPLICATE, name.location(), "`" + name.text() + "` is there twice")
                        .withNote("first here", earlier.location()));
            }
        }
    }
}
