package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.ErrorType;
import java.util.Objects;

/** Source: place-order.saga:18. */
public final class CardDeclined extends DeclaredError {

    /** How this error crosses the wire. */
    public static final ErrorType<CardDeclined> TYPE =
            ErrorType.of("com.acme.orders.CardDeclined", Fields.class, CardDeclined::new);

    private static final long serialVersionUID = 1L;

    private final transient Fields fields;

    public CardDeclined(String reason) {
        this(new Fields(reason));
    }

    private CardDeclined(Fields fields) {
        super(TYPE, fields);
        this.fields = fields;
    }

    public String reason() {
        return fields.reason();
    }

    /** The error's fields as they cross the wire. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fields(String reason) {
        public Fields {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
