package dafu.check;

import dafu.model.Archive;

/** A rule that the catalogue alone can break. */
interface CatalogueRule {
    void check(Archive archive, Findings found);
}
