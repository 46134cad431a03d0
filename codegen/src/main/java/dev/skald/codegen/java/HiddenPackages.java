package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.skald.codegen.java.ClashReports.Named;
import dev.skald.codegen.java.GeneratedTypes.GeneratedType;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values that would hide a package. Where two classes have one simple name, one of them is written in full, and Java
 * takes the first word of that for a value where there is one of that name.
 */
final class HiddenPackages {

    private final Diagnostics diagnostics;

    HiddenPackages(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(SagaModel model) {
        Set<String> roots = rootsOfSharedNames(model);
        values(model)
                .filter(value -> roots.contains(value.name()))
                .forEach(value -> diagnostics.report(ClashReports.reserved(
                        value.name(), "is where names of Java packages begin", value.location())));
    }

    /** Where the packages begin of a message type and another class that have the same simple name. */
    private static Set<String> rootsOfSharedNames(SagaModel model) {
        Map<String, List<ClassName>> types = GeneratedTypes.of(model).stream()
                .map(GeneratedType::name)
                .collect(Collectors.groupingBy(ClassName::simpleName));
        Set<String> roots = new HashSet<>();
        GeneratedTypes.messages(model).map(type -> type.name().simpleName()).forEach(name -> {
            boolean isInJava = isUsed(name);
            List<ClassName> same = types.getOrDefault(name, List.of());
            if (isInJava || same.size() > 1) {
                same.forEach(type -> roots.add(PackageClashes.rootOf(type)));
            }
            if (isInJava) {
                roots.addAll(PackageClashes.ROOTS);
            }
        });
        return roots;
    }

    private static boolean isUsed(String javaClass) {
        return SagaClashes.USED_BY_SAGAS.contains(javaClass)
                || MemberClashes.USED_BY_RECORDS.contains(javaClass)
                || MemberClashes.USED_BY_ENUMS.equals(javaClass);
    }

    private static Stream<Named> values(SagaModel model) {
        return Stream.of(
                        model.enums().stream()
                                .flatMap(type -> type.constants().stream()
                                        .map(constant -> new Named("constant", constant, type.location()))),
                        model.records().stream().flatMap(type -> fields(type.fields())),
                        model.errors().stream().flatMap(type -> fields(type.fields())),
                        model.participants().stream()
                                .flatMap(participant -> participant.operations().stream())
                                .flatMap(operation -> fields(operation.parameters())),
                        model.sagas().stream().flatMap(SagaClashes::variables),
                        model.sagas().stream()
                                .flatMap(Saga::calls)
                                .map(Call::participant)
                                .map(called ->
                                        new Named("participant", called.name().simpleName(), called.location())))
                .flatMap(values -> values);
    }

    private static Stream<Named> fields(List<Field> fields) {
        return fields.stream().map(field -> new Named("field", field.name(), field.location()));
    }
}
