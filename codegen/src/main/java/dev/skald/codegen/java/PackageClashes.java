package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.skald.codegen.java.GeneratedTypes.GeneratedType;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.SagaModel;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Names whose package Java does not have, and types that would hide a package. */
final class PackageClashes {

    /** Where the packages begin that generated code may name in full. */
    static final Set<String> ROOTS = Set.of("com", "dev", "io", "java", "javax");

    private final Diagnostics diagnostics;

    PackageClashes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(SagaModel model) {
        model.participants()
                .forEach(participant -> checkKeyword(participant.name().simpleName(), participant.location()));
        model.sagas().forEach(saga -> checkKeyword(saga.name().simpleName(), saga.location()));
        checkRoots(model);
    }

    /** The first word of a type's package. */
    static String rootOf(ClassName type) {
        return type.packageName().split("\\.", 2)[0];
    }

    private void checkKeyword(String name, SourceLocation location) {
        String packageName = name.toLowerCase(Locale.ROOT);
        if (SourceVersion.isKeyword(packageName, SourceVersion.RELEASE_17)) {
            diagnostics.report(ClashReports.reserved(
                    name, "would be the Java package `" + packageName + "`, and that is a keyword of Java", location));
        }
    }

    private void checkRoots(SagaModel model) {
        Set<String> roots = Stream.concat(
                        ROOTS.stream(),
                        GeneratedTypes.of(model).stream()
                                .map(GeneratedType::name)
                                .map(PackageClashes::rootOf))
                .collect(Collectors.toSet());
        GeneratedTypes.messages(model)
                .map(GeneratedType::origin)
                .filter(type -> roots.contains(type.name()))
                .forEach(type -> diagnostics.report(
                        ClashReports.reserved(type.name(), "is where names of Java packages begin", type.location())));
    }
}
