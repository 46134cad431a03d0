package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Why a link is to stop.
 *
 * @param type the failure's type
 * @param message what it says
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinkStop(String type, String message) {}
