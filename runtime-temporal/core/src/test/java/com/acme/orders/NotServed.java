package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.ErrorType;
import java.util.Objects;

/** Source: place-order.saga:19. */
public final class NotServed extends DeclaredError {

    /** How this error crosses the wire. */
    public static final ErrorType<NotServed> TYPE =
            ErrorType.of("com.acme.orders.NotServed", Fields.class, NotServed::new);

    private static final long serialVersionUID = 1L;

    private final transient Fields fields;

    public NotServed(String region) {
        this(new Fields(region));
    }

    private NotServed(Fields fields) {
        super(TYPE, fields);
        this.fields = fields;
    }

    public String region() {
        return fields.region();
    }

    /** The error's fields as they cross the wire. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fields(String region) {
        public Fields {
            Objects.requireNonNull(region, "region");
        }
    }
}
