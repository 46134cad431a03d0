package dev.skald.codegen.java;

import dev.skald.codegen.java.ClashReports.Named;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.resolve.ReservedNames;
import java.util.stream.Stream;

/** Variables of a chain that the record which its links hand on cannot have as components. */
final class EnvelopeClashes {

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
        return ReservedNames.asField(name) || (saga.input().isEmpty() && name.equals(EnvelopeGenerator.FACTORY));
    }
}
