/** The generated side of participant mail, written by hand. */
@org.jspecify.annotations.NullMarked
package com.acme.orders.mail;
