package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.CallPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes how calls are made, and remembers which units of time it has used. */
final class CallShapes {

    private final Set<DurationUnit> units = EnumSet.noneOf(DurationUnit.class);

    /** The code of a call's shape, each part on a line of its own. */
    CodeBlock shape(CallPlan call) {
        CallPolicy policy = call.policy();
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.on($L)$>$>", RuntimeTypes.CALL_SHAPE, Literals.string(call.queue()))
                .add("\n.timeout($L)", duration(policy.timeout()));
        policy.heartbeat().ifPresent(heartbeat -> code.add("\n.heartbeat($L)", duration(heartbeat)));
        policy.attempts()
                .ifPresentOrElse(attempts -> code.add("\n.attempts($L)", attempts), () -> code.add("\n.unlimited()"));
        code.add(
                "\n.backoff($L, $L, $L)",
                duration(policy.backoff().first()),
                duration(policy.backoff().longest()),
                factor(policy.backoff().factor()));
        policy.limit().ifPresent(limit -> code.add("\n.limit($L)", duration(limit)));
        return code.add("$<$<").build();
    }

    /** The code of a duration, by a method of {@link Duration} that is to be imported. */
    CodeBlock duration(Duration duration) {
        DurationUnit unit = DurationUnit.of(duration);
        units.add(unit);
        return CodeBlock.of("$L($L)", unit.method(), Literals.amount(unit.count(duration)));
    }

    /** The methods of {@link Duration} that the code uses. */
    List<String> staticImports() {
        return units.stream().map(DurationUnit::method).toList();
    }

    /** A whole factor reads better as one. */
    private static CodeBlock factor(double factor) {
        return factor == (int) factor ? CodeBlock.of("$L", (int) factor) : CodeBlock.of("$L", factor);
    }
}
