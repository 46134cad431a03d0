/** The generated side of participant billing, written by hand. */
@org.jspecify.annotations.NullMarked
package com.acme.orders.billing;
