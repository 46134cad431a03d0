package dev.skald.codegen.java;

/** Java's operators, the loosest first. */
enum Precedence {
    OR,
    AND,
    EQUALITY,
    ORDER,
    SUM,
    PRODUCT,
    UNARY,
    PRIMARY
}
