package dev.skald.runtime.internal.wire;

import dev.skald.runtime.SagaCall;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.interceptors.Header;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The header {@code skald}: how a call's context crosses the wire, and where it is while it is being answered. */
public final class CallHeader {

    /** The header's name. */
    public static final String NAME = "skald";

    private static final ThreadLocal<SagaCall> CURRENT = new ThreadLocal<>();

    private CallHeader() {}

    /**
     * Does once what is slow the first time. In a workflow's thread it would take so much of the second that Temporal
     * allows that the first saga of a new worker might be held up.
     */
    public static void prepare() {
        read(with(Header.empty(), new SagaCall("", "", "", 0, SagaCall.Phase.DO, null)));
    }

    public static Header with(Header header, SagaCall call) {
        Map<String, Payload> values = new HashMap<>(header.getValues());
        PlainJson.CONVERTER.toPayload(call).ifPresent(payload -> values.put(NAME, payload));
        return new Header(values);
    }

    public static Optional<SagaCall> read(Header header) {
        return Optional.ofNullable(header.getValues().get(NAME))
                .map(payload -> PlainJson.CONVERTER.fromPayload(payload, SagaCall.class, SagaCall.class));
    }

    /**
     * The call that this thread answers.
     *
     * @return the call, if there is one
     */
    public static Optional<SagaCall> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    public static <T> T answering(Optional<SagaCall> call, Supplier<T> answer) {
        call.ifPresent(CURRENT::set);
        try {
            return answer.get();
        } finally {
            CURRENT.remove();
        }
    }
}
