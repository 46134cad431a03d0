package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * That a step of a chain is done, or is not taken.
 *
 * @param step the step
 * @param isTaken whether it was taken
 * @param isDown whether the message goes to the links below, or to those above
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinkResult(String step, boolean isTaken, boolean isDown) {}
