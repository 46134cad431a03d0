package dev.skald.codegen.differential;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers which search attributes there are, which Temporal's test server does not: the saga's client looks before it
 * uses its own.
 */
record ListedSearchAttribute(String name) implements ClientInterceptor {

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return "ListSearchAttributes".equals(method.getBareMethodName())
                ? new Answer<>(
                        method.parseResponse(new ByteArrayInputStream(response().toByteArray())))
                : next.newCall(method, options);
    }

    private ListSearchAttributesResponse response() {
        return ListSearchAttributesResponse.newBuilder()
                .putCustomAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                .build();
    }

    /** A call that is answered as soon as it is made. */
    private static final class Answer<Q, A> extends ClientCall<Q, A> {

        private final A answer;
        private @Nullable Listener<A> listener;

        Answer(A answer) {
            this.answer = answer;
        }

        @Override
        public void start(Listener<A> caller, Metadata headers) {
            listener = caller;
        }

        @Override
        public void halfClose() {
            if (listener != null) {
                listener.onHeaders(new Metadata());
                listener.onMessage(answer);
                listener.onClose(Status.OK, new Metadata());
            }
        }

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {}

        @Override
        public void sendMessage(Q message) {}
    }
}
