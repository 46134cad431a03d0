package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import java.time.Duration;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the constants of a saga's steps: what never changes from one run to the next. */
final class ShapeGenerator {

    /** The constant of the saga itself. */
    static final String SAGA = "SAGA";

    /** Java bounds the code that initializes a class; beyond this a step gets a method of its own. */
    private static final int INITIALIZED_AT_ONCE = 100;

    /** A step with many errors counts for more. */
    private static final int ERRORS_OF_A_STEP = 10;

    private final SagaPlan plan;
    private final ClassName states;
    private final StepConstants constants;
    private final CallShapes calls = new CallShapes();
    private final boolean isInitializedAtOnce;

    private ShapeGenerator(SagaPlan plan) {
        this.plan = plan;
        this.constants = StepConstants.of(plan);
        this.states = JavaNames.state(plan.name(), plan.version());
        int errors = plan.steps().stream()
                .mapToInt(step -> step.call().call().operation().errors().size())
                .sum();
        this.isInitializedAtOnce = plan.steps().size() + errors / ERRORS_OF_A_STEP <= INITIALIZED_AT_ONCE;
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
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        plan.actions().forEach(action -> addShape(type, action));
        type.addField(constant(RuntimeTypes.SAGA_SHAPE, SAGA, saga()));
        JavaFile.Builder file = JavaFiles.file(name.packageName(), type.build(), plan.source());
        calls.staticImports().forEach(method -> file.addStaticImport(Duration.class, method));
        return file.build();
    }

    private void addShape(TypeSpec.Builder type, Action action) {
        if (action instanceof StepPlan step) {
            addStep(type, step);
        } else if (action instanceof SubSagaPlan run) {
            type.addField(constant(RuntimeTypes.SUB_SAGA_SHAPE, constants.of(run), StepShapes.shape(run)));
        }
    }

    private void addStep(TypeSpec.Builder type, StepPlan step) {
        String name = constants.of(step);
        CodeBlock shape = new StepShapes(states, calls).shape(step);
        if (isInitializedAtOnce) {
            type.addField(constant(RuntimeTypes.STEP_SHAPE, name, shape));
        } else {
            type.addField(constant(RuntimeTypes.STEP_SHAPE, name, CodeBlock.of("$N()", name)))
                    .addMethod(MethodSpec.methodBuilder(name)
                            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                            .returns(RuntimeTypes.STEP_SHAPE)
                            .addCode("return $L;\n", shape)
                            .build());
        }
    }

    private CodeBlock saga() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.of($S, $L)$>$>", RuntimeTypes.SAGA_SHAPE, plan.name().qualified(), plan.version());
        plan.deadline().ifPresent(deadline -> code.add("\n.deadline($L)", calls.duration(deadline)));
        plan.telling().ifPresent(call -> code.add("\n.onStateChange($L)", calls.shape(call)));
        return code.add("\n.steps($L)", steps())
                .add("\n.undo($T.$L)", RuntimeTypes.UNDO_ORDER, undoOrder(plan.undoOrder()))
                .add("\n.states($T.values())", states)
                .add("\n.build()$<$<")
                .build();
    }

    private CodeBlock steps() {
        return ArgumentList.of(plan.actions().stream().flatMap(this::step).toList());
    }

    private Stream<CodeBlock> step(Action action) {
        if (action instanceof StepPlan) {
            return Stream.of(CodeBlock.of("$N", constants.of(action)));
        }
        return action instanceof SubSagaPlan
                ? Stream.of(CodeBlock.of("$N.step()", constants.of(action)))
                : Stream.empty();
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock code) {
        return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
                .initializer(code)
                .build();
    }

    private static String undoOrder(UndoOrder order) {
        return switch (order) {
            case LAST_FIRST -> "LAST_FIRST";
            case DEPENDENTS_FIRST -> "DEPENDENTS_FIRST";
            case ALL_AT_ONCE -> "ALL_AT_ONCE";
        };
    }
}
