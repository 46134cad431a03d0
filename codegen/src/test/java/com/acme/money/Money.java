package com.acme.money;

import java.math.BigDecimal;

/** A type that a user has already. */
public record Money(BigDecimal amount, Currency currency) {

    /** A type within it. */
    public enum Currency {
        EUR
    }
}
