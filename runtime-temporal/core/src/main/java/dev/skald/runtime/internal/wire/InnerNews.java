package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.skald.runtime.SagaState;

/**
 * What an inner workflow tells the saga that has started it while it is under way.
 *
 * @param workflowId the inner workflow
 * @param needsHelp whether it waits for an operator
 * @param state where it stands
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InnerNews(String workflowId, boolean needsHelp, SagaState state) {}
