package dev.skald.codegen;

import dev.skald.codegen.java.JavaGenerator;
import dev.skald.codegen.java.JavaLimits;
import dev.skald.codegen.java.NameClashes;
import dev.skald.codegen.java.Selection;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import java.util.List;
import java.util.function.Predicate;

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
        return generate(model, Selection.own(), type -> false);
    }

    /**
     * The files that a part of a model gives, by path.
     *
     * @param model without errors
     * @param selection which part
     * @param isThere whether a class of that qualified name comes with a dependency: what is named is not written again
     * @return no file at all where something cannot be generated, which is reported
     */
    public static Result<List<GeneratedFile>> generate(
            SagaModel model, Selection selection, Predicate<String> isThere) {
        List<Saga> concerned = selection.isNamed()
                ? model.sagas().stream().filter(selection::concerns).toList()
                : model.own().sagas();
        Result<List<SagaPlan>> plans = SagaPlanner.plan(concerned, model.sagas());
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.reportAll(plans.diagnostics());
        diagnostics.reportAll(NameClashes.in(model));
        diagnostics.reportAll(JavaLimits.in(model));
        Result<List<GeneratedFile>> nothing = new Result<>(List.of(), diagnostics.sorted());
        return nothing.hasErrors()
                ? nothing
                : new Result<>(
                        JavaGenerator.generate(
                                model, plans.value(), selection, selection.isNamed() ? isThere : type -> false),
                        nothing.diagnostics());
    }
}
