package dafu.check;

import dafu.model.Archive;
import dafu.text.Diagnostic;
import java.util.stream.Stream;

/** A rule that the catalogue alone can break. */
interface CatalogueRule {
    Stream<Diagnostic> check(Archive archive);
}
