package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How a link has ended.
 *
 * @param workflowId the link's workflow
 * @param ending where it stands, with the steps of all after it
 * @param refused whether what started a compensation is a declared error
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinkAnswer(String workflowId, Ending ending, boolean refused) {}
