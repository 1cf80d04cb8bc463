package dafu.check;

import dafu.model.Archive;
import dafu.model.Reply;
import dafu.model.Text;
import dafu.text.Diagnostic;
import java.util.List;

/** Every rule, in the order in which they are documented. */
public final class Rules {
    private static final List<CatalogueRule> CATALOGUE =
            List.of(new SettingsRule(), new KnownKind(), new ClosedVocabularies(), new References(), new Addresses());

    private Rules() {}

    /** What the catalogue alone shows. */
    public static List<Diagnostic> catalogue(Archive archive) {
        return CATALOGUE.stream().flatMap(rule -> rule.check(archive)).toList();
    }

    /** What a text shows beside its metadata. */
    public static List<Diagnostic> text(Archive archive, Reply reply, Text text) {
        return List.of();
    }
}
