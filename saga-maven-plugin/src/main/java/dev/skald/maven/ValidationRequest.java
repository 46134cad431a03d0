package dev.skald.maven;

import java.util.Optional;

/**
 * What is to be validated.
 *
 * @param definitions what is compiled
 * @param report what the findings are written to, where anything is
 */
record ValidationRequest(Definitions definitions, Optional<SarifFile> report) {}
