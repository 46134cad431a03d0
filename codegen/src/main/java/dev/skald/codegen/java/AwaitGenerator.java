package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.java.FlowGenerator.Place;
import dev.skald.codegen.java.LocalScope.Local;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Action.AwaitEvent;
import dev.skald.codegen.plan.Actions;
import dev.skald.dsl.model.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes how a workflow waits for an event, and what it does where that does not come in time. */
final class AwaitGenerator {

    private static final int LONG = 80;

    private final WorkflowScope workflow;
    private final FlowGenerator flow;

    AwaitGenerator(WorkflowScope workflow, FlowGenerator flow) {
        this.workflow = workflow;
        this.flow = flow;
    }

    CodeBlock generate(AwaitEvent await, Place place) {
        CodeBlock comment = FlowGenerator.comment(await.source());
        return CodeBlock.of("$L$L", comment, statements(await, place));
    }

    private CodeBlock statements(AwaitEvent await, Place place) {
        if (await.within().isEmpty()) {
            return withoutLimit(await, place);
        }
        List<Action> otherwise = await.otherwise().orElse(List.of());
        if (await.otherwise().isEmpty()) {
            return CodeBlock.of("$L$L;\n", assignment(await, place), limited(await));
        }
        if (otherwise.size() == 1 && otherwise.get(0) instanceof Action.Fail fail) {
            CodeBlock error = fail.arguments().isEmpty()
                    ? CodeBlock.of("$T::new", JavaNames.type(fail.error().name()))
                    : CodeBlock.of("() -> $L", FlowGenerator.error(fail, place.scope()));
            CodeBlock call = CodeBlock.of("$L$L", assignment(await, place), limited(await));
            boolean isLong = place.indent() + ArgumentList.width(call) + ArgumentList.width(error) > LONG;
            return CodeBlock.of("$L$L.orElseThrow($L);\n", call, isLong ? "\n        " : "", error);
        }
        return withOtherwise(await, otherwise, place);
    }

    /** The event always comes; what is done otherwise never is. */
    private CodeBlock withoutLimit(AwaitEvent await, Place place) {
        OneOfResults results = new OneOfResults(await.results(), workflow.used(), place.scope());
        CodeBlock call = CodeBlock.of("$L.await($L)", workflow.saga(), workflow.event(await));
        boolean wrapped = isUsed(await) && await.event().type() instanceof Type.OptionalType;
        return CodeBlock.builder()
                .add(assignment(await, place))
                .add(wrapped ? CodeBlock.of("$T.of($L);\n", Optional.class, call) : CodeBlock.of("$L;\n", call))
                .add(results.declaredAbsences())
                .build();
    }

    private CodeBlock withOtherwise(AwaitEvent await, List<Action> otherwise, Place place) {
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock event = limited(await);
        CodeBlock behind = CodeBlock.of("");
        if (isUsed(await) && await.event().type() instanceof Type.OptionalType) {
            Local local = place.scope().bind(await.event().name(), await.event().type());
            code.add("$L$L;\n", local.assignment(), event);
            event = CodeBlock.of("$N", local.name());
        } else if (isUsed(await)) {
            String ifAny = place.scope().helper(await.name() + "IfAny");
            code.add("$T $N = $L;\n", JavaTypes.of(new Type.OptionalType(await.type())), ifAny, event);
            event = CodeBlock.of("$N", ifAny);
            behind = CodeBlock.of("$L$N.orElseThrow();\n", assignment(await, place), ifAny);
        }
        OneOfResults results = new OneOfResults(await.results(), workflow.used(), place.scope());
        Place within = place.within(results.block(place.scope(), 0));
        CodeBlock done = flow.statements(otherwise, within);
        CodeBlock end = Actions.neverGoesOn(otherwise) ? CodeBlock.of("") : results.assignments(within.scope(), 0);
        code.add(results.declarations()).add("if ($L.isEmpty()) {\n$>$L$L$<", event, done, end);
        if (!results.isEmpty()) {
            code.add("} else {\n$>$L$<", results.absences());
        }
        return code.add("}\n").add(behind).build();
    }

    private CodeBlock assignment(AwaitEvent await, Place place) {
        return isUsed(await)
                ? place.scope().bind(await.event().name(), await.event().type()).assignment()
                : CodeBlock.of("");
    }

    private boolean isUsed(AwaitEvent await) {
        return workflow.used().contains(await.event().name());
    }

    private CodeBlock limited(AwaitEvent await) {
        return CodeBlock.of("$L.await($L, $L)", workflow.saga(), workflow.event(await), limit(await));
    }

    private static CodeBlock limit(AwaitEvent await) {
        return Literals.duration(await.within().orElse(Duration.ZERO));
    }
}
