package com.acme.eight.participants;

/** What has a worker of its own. */
public enum Service {
    /** The participant {@code inventory}, with the links of its steps. */
    INVENTORY,
    /** The participant {@code billing}, with the links of its steps. */
    BILLING,
    /** The participant {@code shipping}, with the links of its steps. */
    SHIPPING,
    /** The participant {@code mail}, with the links of its steps. */
    MAIL,
    /** The mediators of the four orchestrated sagas. */
    MEDIATOR
}
