package dafu.check;

import dafu.model.Archive;
import dafu.text.Diagnostic;
import java.util.List;

/** Every rule, in the order in which they are documented. */
public final class Rules {
    private static final List<CatalogueRule> CATALOGUE =
            List.of(new SettingsRule(), new KnownKind(), new ClosedVocabularies(), new References(), new Addresses());

    private static final List<LetterRule> LETTER = List.of(new HijackedText());

    private Rules() {}

    /** What the catalogue alone shows. */
    public static List<Diagnostic> catalogue(Archive archive) {
        return CATALOGUE.stream().flatMap(rule -> rule.check(archive)).toList();
    }

    /** What a letter shows beside its metadata. */
    public static List<Diagnostic> letter(Letter letter) {
        return LETTER.stream().flatMap(rule -> rule.check(letter)).toList();
    }
}
