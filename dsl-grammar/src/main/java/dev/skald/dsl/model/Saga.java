package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.Communication;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The transaction.
 *
 * @param name its name
 * @param input its parameters, in the order written
 * @param output what it returns; empty where nothing
 * @param pattern which of the eight it is; empty where the definition does not say it rightly, which is reported
 * @param version of its shape
 * @param id what identifies one run; empty where the client makes an id
 * @param deadline after which it compensates
 * @param queue the task queue of its workflow
 * @param description in words, for people
 * @param onStateChange who is told of each change of a named state
 * @param accepted the findings that its header accepts
 * @param body what it does, in the order written
 * @param places where its parts are
 */
public record Saga(
        DeclaredName name,
        List<Field> input,
        Optional<Type> output,
        Optional<Pattern> pattern,
        int version,
        Optional<Expression> id,
        Optional<Duration> deadline,
        String queue,
        Optional<String> description,
        Optional<StateChange> onStateChange,
        List<Acceptance> accepted,
        List<Statement> body,
        Places places) {

    public Saga {
        input = List.copyOf(input);
        accepted = List.copyOf(accepted);
        body = List.copyOf(body);
    }

    /** All statements, each before those within it, in the order written. */
    public Stream<Statement> statements() {
        return Statements.allIn(body);
    }

    /** Its steps, those within blocks too, in the order written. */
    public List<Step> steps() {
        return statements().filter(Step.class::isInstance).map(Step.class::cast).toList();
    }

    /** All that it calls: at a change of state, and of each step the operation, its undo and its probe. */
    public Stream<Call> calls() {
        return Stream.concat(
                onStateChange.map(StateChange::call).stream(), steps().stream().flatMap(Step::calls));
    }

    /** All values that it asks for but its id, those of its calls too, at the top of each expression. */
    public Stream<Expression> values() {
        return Stream.concat(
                onStateChange.stream().flatMap(clause -> clause.call().values()),
                statements()
                        .flatMap(statement ->
                                Stream.concat(Statements.valuesOf(statement), Statements.valuesBeside(statement))));
    }

    /** Whether requests go out without waiting for what they do not need. */
    public boolean isAsync() {
        return pattern.filter(chosen -> chosen.communication() == Communication.ASYNC)
                .isPresent();
    }

    /** Whether each step has a workflow of its own, run by its participant's worker. */
    public boolean isChain() {
        return pattern.filter(chosen -> chosen.coordination() == Coordination.CHOREOGRAPHED)
                .isPresent();
    }

    /** Where its name is. */
    public SourceLocation location() {
        return places.name();
    }

    /** Where all of it is. */
    public SourceLocation extent() {
        return places.whole();
    }

    /**
     * That somebody is told of each change of a named state. The call may use the saga's input and the variable
     * {@code state}, the name of the state.
     *
     * @param call what is called
     * @param limits what is written about its time and retries as a default
     */
    public record StateChange(Call call, CallLimits limits) {}

    /**
     * Where the parts of a saga are.
     *
     * @param name its name
     * @param whole the whole declaration
     * @param id the value that identifies one run, where the header has it
     * @param deadline the deadline, where the header has it
     */
    public record Places(
            SourceLocation name,
            SourceLocation whole,
            Optional<SourceLocation> id,
            Optional<SourceLocation> deadline) {}
}
