package dev.skald.codegen.java;

import dev.skald.codegen.java.ClashReports.Named;
import dev.skald.codegen.java.GeneratedTypes.GeneratedType;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.SagaModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Types that would be the same, or that would hide what Java means by a simple name. */
final class TypeClashes {

    /** The classes of {@code java.lang} that generated code names; a class of the same package would hide them. */
    static final Set<String> JAVA_LANG =
            Set.of("Boolean", "Double", "Integer", "Long", "Object", "Override", "String", "Void");

    private final Diagnostics diagnostics;

    TypeClashes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(SagaModel model) {
        check(GeneratedTypes.of(model));
        GeneratedTypes.messages(model).map(GeneratedType::origin).forEach(this::checkHidden);
    }

    /** Types that all are to be there. */
    void check(List<GeneratedType> types) {
        checkTwice(types);
        checkPackages(types);
    }

    /** Letter case does not count: there are file systems to which it does not. */
    private void checkTwice(List<GeneratedType> types) {
        Map<String, GeneratedType> first = new HashMap<>();
        Set<List<Named>> reported = new HashSet<>();
        for (GeneratedType type : types) {
            GeneratedType earlier =
                    first.putIfAbsent(type.name().canonicalName().toLowerCase(Locale.ROOT), type);
            if (earlier != null && reported.add(List.of(earlier.origin(), type.origin()))) {
                diagnostics.report(ClashReports.same(earlier.origin(), type.origin(), why(earlier, type)));
            }
        }
    }

    private static String why(GeneratedType one, GeneratedType other) {
        return one.name().equals(other.name())
                ? "would both be the Java class `" + one.name() + "`"
                : "would be the Java classes `" + one.name() + "` and `" + other.name()
                        + "`, which some file systems cannot tell apart";
    }

    private void checkPackages(List<GeneratedType> types) {
        Map<String, Named> packages = new HashMap<>();
        types.forEach(type -> addPackages(type, packages));
        for (GeneratedType type : types) {
            String name = type.name().canonicalName();
            Named owner = packages.get(name);
            if (owner != null) {
                diagnostics.report(ClashReports.same(
                        type.origin(), owner, "would be a Java class and a package of the same name, `" + name + "`"));
            }
        }
    }

    /** A package, and those that it lies in. */
    private static void addPackages(GeneratedType type, Map<String, Named> packages) {
        String name = type.name().packageName();
        while (!name.isEmpty() && packages.putIfAbsent(name, type.origin()) == null) {
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
    }

    private void checkHidden(Named type) {
        if (JAVA_LANG.contains(type.name())) {
            diagnostics.report(ClashReports.reserved(
                    type.name(), "is a class of Java that the generated code uses", type.location()));
        }
        if (type.kind().equals("error") && type.name().equals(ErrorGenerator.FIELDS)) {
            diagnostics.report(ClashReports.reserved(
                    type.name(),
                    "is what the fields of every error are called in the generated code",
                    type.location()));
        }
    }
}
