package com.acme.money;

import com.acme.money.Money.Currency;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Functions that a user has already. */
public final class Prices {

    private Prices() {}

    /** What all cost together, an {@code Item} having a price. */
    public static Money total(List<?> items, Currency currency) {
        return new Money(BigDecimal.valueOf(items.size()), currency);
    }

    /** What all cost together, in euros. */
    public static Money total(List<?> items) {
        return total(items, Currency.EUR);
    }

    /** Whether nothing is to be paid. */
    public static boolean isFree(Optional<Money> price) {
        return price.isEmpty();
    }

    /** Functions in a class within another one. */
    public static final class Limits {

        private Limits() {}

        /** Whether it is less than ten. */
        public static boolean isFew(int number) {
            return number < 10;
        }
    }
}
