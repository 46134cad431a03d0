package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.internal.wire.Verb;
import dev.skald.runtime.internal.wire.VerbRequest;

/**
 * What an operator has decided about something stuck.
 *
 * @param verb the decision
 * @param request who decided it, why, and with what result
 */
record Decision(Verb verb, VerbRequest request) {

    String inWords() {
        return request.inWords(verb);
    }
}
