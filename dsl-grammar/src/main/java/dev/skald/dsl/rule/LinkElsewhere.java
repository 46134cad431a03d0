package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.util.HashSet;
import java.util.Set;

/**
 * A mediator asks a participant wherever that is built. A link of a chain is taken by its participant's own worker, and
 * that has to know it: said once for each participant that another module declares.
 */
final class LinkElsewhere implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        if (!saga.isChain()) {
            return;
        }
        Set<DeclaredName> told = new HashSet<>();
        for (Step step : saga.steps()) {
            Participant participant = step.call().participant();
            if (model.imported().contains(participant.location().file()) && told.add(participant.name())) {
                diagnostics.report(finding(step, participant));
            }
        }
    }

    private static Diagnostic finding(Step step, Participant participant) {
        String name = participant.name().simpleName();
        return Diagnostic.of(
                        DiagnosticId.PATTERN_LINK_ELSEWHERE,
                        step.call().target(),
                        "the link of step `%s` is taken by the worker of `%s`, which another module builds"
                                .formatted(step.name(), name))
                .withHelp("build that worker from this definition as well: `<participants>" + name
                        + "</participants>` in the module that serves `" + name + "`")
                .withNote("it is declared here", participant.location());
    }
}
