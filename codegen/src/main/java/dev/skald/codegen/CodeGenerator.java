package dev.skald.codegen;

import dev.skald.codegen.java.JavaGenerator;
import dev.skald.codegen.java.JavaLimits;
import dev.skald.codegen.java.NameClashes;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.SagaModel;
import java.util.List;

/** Turns a checked model into files: the same model always gives the same files, byte for byte. */
public final class CodeGenerator {

    private CodeGenerator() {}

    /**
     * The files that a model gives, by path; what other modules publish gives none here.
     *
     * @param model without errors
     * @return no file at all where something cannot be generated, which is reported
     */
    public static Result<List<GeneratedFile>> generate(SagaModel model) {
        Result<List<SagaPlan>> plans = SagaPlanner.plan(model.own().sagas(), model.sagas());
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.reportAll(plans.diagnostics());
        diagnostics.reportAll(NameClashes.in(model));
        diagnostics.reportAll(JavaLimits.in(model));
        Result<List<GeneratedFile>> nothing = new Result<>(List.of(), diagnostics.sorted());
        return nothing.hasErrors()
                ? nothing
                : new Result<>(JavaGenerator.generate(model.own(), plans.value()), nothing.diagnostics());
    }
}
