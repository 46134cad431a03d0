package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Finds the operation that a call names, and its arguments. */
final class CallResolver {

    private final Participants participants;
    private final FileNames names;
    private final Diagnostics diagnostics;

    /** A resolver for calls where {@code names} hold. */
    CallResolver(Participants participants, FileNames names, Diagnostics diagnostics) {
        this.participants = participants;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** Participant and operation of a call; stand-ins where there are none. */
    Target target(dev.skald.dsl.syntax.tree.Call call) {
        Participant participant =
                participants.find(names.named(call.participant())).orElseGet(() -> standIn(call.participant()));
        Operation operation = participant.operation(call.operation().text()).orElseGet(() -> standIn(call.operation()));
        return new Target(participant, operation);
    }

    /** Reports a call of what is no participant. */
    void reportUnknownParticipant(dev.skald.dsl.syntax.tree.Call call) {
        QualifiedName name = call.participant();
        DeclaredName declared = names.named(name);
        if (participants.find(declared).isPresent() || names.isExcused(name)) {
            return;
        }
        List<String> visible = names.visible(Declaration.Participant.class);
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.NAME_UNKNOWN,
                name.location(),
                names.find(declared)
                        .map(other -> "`" + name.text() + "` is " + other.kind() + ", not a participant")
                        .orElse("no participant is called `" + name.text() + "`"));
        Optional<String> importHelp = names.importHelp(name, Declaration.Participant.class::isInstance);
        Optional<String> nearest =
                importHelp.isPresent() ? Optional.empty() : Suggestions.nearest(name.text(), visible);
        diagnostics.report(importHelp
                .or(() -> nearest.map(near -> "a participant with a similar name is `" + near + "`"))
                .or(() -> Suggestions.shortList(visible).map(list -> "declared are " + list))
                .map(unknown::withHelp)
                .orElse(unknown)
                .replacedBy(nearest));
    }

    /** Reports that a step calls what its participant does not have. */
    void reportUnknownOperation(dev.skald.dsl.syntax.tree.Call call, Target target) {
        if (target.operation().resolved() || !target.participant().resolved()) {
            return;
        }
        List<String> names =
                target.participant().operations().stream().map(Operation::name).toList();
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.NAME_UNKNOWN,
                call.operation().location(),
                "participant `" + target.participant().name().simpleName() + "` has no operation `"
                        + call.operation().text() + "`");
        diagnostics.report(Suggestions.nearest(call.operation().text(), names)
                .map(nearest -> "an operation with a similar name is `" + nearest + "`")
                .or(() -> Suggestions.shortList(names).map(list -> "it has " + list))
                .map(unknown::withHelp)
                .orElse(unknown)
                .replacedBy(Suggestions.nearest(call.operation().text(), names)));
    }

    /** Stands for a call that could not be read, which is reported. */
    Call unread(SourceLocation location) {
        Name name = new Name("", location);
        return new Call(standIn(new QualifiedName(List.of(name))), standIn(name), List.of(), location, location);
    }

    /** The call with its arguments bound. */
    Call bind(
            dev.skald.dsl.syntax.tree.Call call,
            Target target,
            ExpressionResolver expressions,
            Availability availability) {
        List<Argument> arguments = target.operation().resolved()
                ? new ArgumentBinder(expressions, diagnostics)
                        .bind(
                                call.arguments(),
                                target.operation().parameters(),
                                "`" + call.participant().text() + "."
                                        + call.operation().text() + "`",
                                call.target(),
                                availability)
                : resolveOnly(call, expressions, availability);
        return new Call(target.participant(), target.operation(), arguments, call.target(), call.location());
    }

    /** Nobody knows what the arguments are for, but a wrong name in them is a mistake all the same. */
    private static List<Argument> resolveOnly(
            dev.skald.dsl.syntax.tree.Call call, ExpressionResolver expressions, Availability availability) {
        call.arguments().forEach(argument -> expressions.resolve(argument.value(), availability));
        return List.of();
    }

    private Participant standIn(QualifiedName name) {
        return new Participant(names.named(name), name.text(), false, List.of(), false, name.location());
    }

    private static Operation standIn(Name name) {
        return new Operation(
                name.text(), List.of(), Optional.empty(), List.of(), false, name.text(), false, name.location());
    }

    /**
     * What a call is to.
     *
     * @param participant whose operation
     * @param operation which
     */
    record Target(Participant participant, Operation operation) {}
}
