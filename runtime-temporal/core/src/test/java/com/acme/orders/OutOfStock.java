package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.ErrorType;
import java.util.Objects;

/** Source: place-order.saga:17. */
public final class OutOfStock extends DeclaredError {

    /** How this error crosses the wire. */
    public static final ErrorType<OutOfStock> TYPE =
            ErrorType.of("com.acme.orders.OutOfStock", Fields.class, OutOfStock::new);

    private static final long serialVersionUID = 1L;

    private final transient Fields fields;

    public OutOfStock(String sku) {
        this(new Fields(sku));
    }

    private OutOfStock(Fields fields) {
        super(TYPE, fields);
        this.fields = fields;
    }

    public String sku() {
        return fields.sku();
    }

    /** The error's fields as they cross the wire. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fields(String sku) {
        public Fields {
            Objects.requireNonNull(sku, "sku");
        }
    }
}
