package com.acme;

/** A project that has the plugin, and no saga yet. */
public final class Main {

    private Main() {}

    /** Starts nothing. */
    public static void main(String[] arguments) {}
}
