package dev.skald.runtime.internal.wire;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;

/** JSON as everybody reads it, where the application's own converter and its codecs must not have a say. */
public final class PlainJson {

    /** Temporal's own conversion. */
    public static final DataConverter CONVERTER = DefaultDataConverter.newDefaultInstance();

    private PlainJson() {}
}
