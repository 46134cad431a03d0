package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.UndoPlan;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.DeclaredName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes the constants of a saga's steps: what never changes from one run to the next. */
final class ShapeGenerator {

    /** The constant of the saga itself. */
    static final String SAGA = "SAGA";

    private final SagaPlan plan;
    private final CallShapes calls = new CallShapes();

    private ShapeGenerator(SagaPlan plan) {
        this.plan = plan;
    }

    static JavaFile generate(SagaPlan plan) {
        return new ShapeGenerator(plan).file();
    }

    private JavaFile file() {
        ClassName name = JavaNames.shape(plan.name(), plan.version());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("The steps of saga {@code $L}: ", plan.name().simpleName())
                .addJavadoc("how each is called and undone, every default filled in.\n\n")
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(ShapeGenerator.class))
                .addModifiers(Modifier.FINAL);
        plan.steps().forEach(step -> type.addField(constant(step)));
        type.addField(saga())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        JavaFile.Builder file = JavaFiles.file(name.packageName(), type.build(), plan.source());
        calls.staticImports().forEach(method -> file.addStaticImport(Duration.class, method));
        return file.build();
    }

    private FieldSpec constant(StepPlan step) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.$L($S)$>$>", RuntimeTypes.STEP_SHAPE, kind(step.kind()), step.name());
        step.moment().ifPresent(moment -> code.add("\n.moment($T.$N)", stateType(), moment.name()));
        code.add("\n.call($L)", calls.shape(step.call()));
        step.undo().ifPresent(undo -> code.add(undo(undo)));
        if (step.canBeRefused()) {
            code.add("\n.refusedBy($L)", errors(step.call().call().operation().errors()));
        }
        return field(
                RuntimeTypes.STEP_SHAPE,
                JavaNames.constant(step.name()),
                code.add("\n.build()$<$<").build());
    }

    private CodeBlock undo(UndoPlan undo) {
        if (undo instanceof UndoPlan.ByCall byCall) {
            String pause = byCall.onExhausted() == OnExhausted.PAUSE ? "\n.pauseOnExhausted()" : "";
            return CodeBlock.of("\n.undo($L)" + pause, calls.shape(byCall.call()));
        }
        return CodeBlock.of("\n.noUndo($L)", Literals.string(((UndoPlan.Impossible) undo).because()));
    }

    private FieldSpec saga() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.of($S, $L)$>$>", RuntimeTypes.SAGA_SHAPE, plan.name().qualified(), plan.version());
        plan.deadline().ifPresent(deadline -> code.add("\n.deadline($L)", calls.duration(deadline)));
        code.add("\n.steps($L)", steps());
        code.add("\n.undo($T.$L)", RuntimeTypes.UNDO_ORDER, undoOrder(plan.undoOrder()));
        code.add("\n.states($T.values())", stateType());
        return field(RuntimeTypes.SAGA_SHAPE, SAGA, code.add("\n.build()$<$<").build());
    }

    private CodeBlock steps() {
        return ArgumentList.of(plan.steps().stream()
                .map(step -> CodeBlock.of("$N", JavaNames.constant(step.name())))
                .toList());
    }

    private ClassName stateType() {
        return JavaNames.state(plan.name(), plan.version());
    }

    private static CodeBlock errors(List<DeclaredName> errors) {
        return ArgumentList.of(errors.stream()
                .map(error -> CodeBlock.of("$T.TYPE", JavaNames.type(error)))
                .toList());
    }

    private static FieldSpec field(TypeName type, String name, CodeBlock code) {
        return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
                .initializer(code)
                .build();
    }

    private static String kind(StepKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String undoOrder(UndoOrder order) {
        return switch (order) {
            case LAST_FIRST -> "LAST_FIRST";
        };
    }
}
