package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * That a chain will not be completed.
 *
 * @param error what it fails of
 * @param refused whether that is a declared error
 * @param isDown whether the message goes to the links below, or to those above
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinkVerdict(FirstError error, boolean refused, boolean isDown) {}
