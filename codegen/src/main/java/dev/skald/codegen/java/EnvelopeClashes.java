package dev.skald.codegen.java;

import dev.skald.codegen.java.ClashReports.Named;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import java.util.Set;
import java.util.stream.Stream;

/** Variables of a chain that the record which its links hand on cannot have as components. */
final class EnvelopeClashes {

    /** Methods of every object: no component of a record may be called so (Java Language Specification, 8.10.1). */
    private static final Set<String> METHODS_OF_OBJECTS =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Diagnostics diagnostics;

    EnvelopeClashes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(SagaModel model) {
        model.sagas().stream().filter(Saga::isChain).forEach(this::check);
    }

    private void check(Saga saga) {
        Stream<Named> inputs = saga.input().stream().map(input -> new Named("input", input.name(), input.location()));
        Stream<Named> results = saga.steps().stream()
                .filter(step -> step.call().operation().output().isPresent())
                .map(step -> new Named("step", step.name(), step.nameLocation()));
        Stream.concat(inputs, results)
                .filter(variable -> isTaken(variable.name(), saga))
                .forEach(variable -> diagnostics.report(ClashReports.reserved(
                        variable.name(),
                        "is a method of the record that the links of a chain hand on",
                        variable.location())));
    }

    /** Without inputs the record's own factory has the form of a component's reader. */
    private static boolean isTaken(String name, Saga saga) {
        return METHODS_OF_OBJECTS.contains(name) || (saga.input().isEmpty() && name.equals(EnvelopeGenerator.FACTORY));
    }
}
