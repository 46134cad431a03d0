package dev.skald.codegen.java;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.SagaModel;
import java.util.List;

/**
 * Finds names that are fine in a definition and clash in the generated Java. A clash is reported and never mangled
 * away: what a definition calls a thing is what Java calls it.
 */
public final class NameClashes {

    private NameClashes() {}

    /** The clashes, by file and place. */
    public static List<Diagnostic> in(SagaModel model) {
        Diagnostics diagnostics = new Diagnostics();
        new TypeClashes(diagnostics).check(model);
        new PackageClashes(diagnostics).check(model);
        new MemberClashes(diagnostics).check(model);
        new SagaClashes(diagnostics).check(model);
        new EnvelopeClashes(diagnostics).check(model);
        new HiddenPackages(diagnostics).check(model);
        return diagnostics.sorted();
    }
}
