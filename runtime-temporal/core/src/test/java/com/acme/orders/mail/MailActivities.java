package com.acme.orders.mail;

/** The operations of participant mail. */
public interface MailActivities {
    void sendReceipt(String customerId, String trackingCode);
}
