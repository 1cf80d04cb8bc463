package dafu.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds words that somebody put into a reply in place of others, says why they look so, and proposes the words that
 * may have stood there. Nothing is ever rewritten here: a person decides.
 *
 * <p>Published replies are copied by sites that replace a common word, 关于 above all, by a phrase they want found. A
 * list of bad words alone misses such phrases and accuses replies on lotteries, health and policing; so the signs are
 * counted together. The result depends on the document alone, in the order of its parts and places.
 */
public final class Hijack {
    static final Patterns PATTERNS = new Patterns("hijack.txt");

    /** The three texts of a document that are looked at. */
    public enum Part {
        TITLE,
        PROPOSAL_TITLE,
        TEXT
    }

    /** What a suspicion is reported under. */
    public enum Rule {
        /** A phrase opens titles and headings where a function word or a name belongs. */
        SLOT,
        /** A long text without 关于, and a proposal's title that opens with words alien to the text. */
        FUNCTION_WORD,
        /** Advertising for gambling, pornography, loans, downloads, forged papers. */
        VOCABULARY,
        /** Characters that a reader does not see or that a copy damaged. */
        UNICODE;

        /** The name used in messages, such as {@code hijack-slot}. */
        public String id() {
            return "hijack-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A sign, and how much it says: 1 weak to 4 very strong. */
    public enum Evidence {
        /** The phrase opens two or more titles or headings. */
        SLOT(3),
        /** 600 Han characters or more without 关于. */
        MISSING_FUNCTION_WORD(2),
        /** Neither the phrase nor most of its word pairs occur anywhere else in the document. */
        ALIEN(2),
        /** With the repair, the title reads as titles of proposals do. */
        REPAIR(4),
        /** Words of advertising, in no context that explains them. */
        VOCABULARY(3),
        /** Characters that no author types. */
        UNICODE(1);

        private final int weight;

        Evidence(int weight) {
            this.weight = weight;
        }

        public int weight() {
            return weight;
        }
    }

    /**
     * What is inspected. The names are those that may well open several headings: bodies, places, sessions; a
     * session's full name also tells what stood in front of 政协 or 人大.
     */
    public record Document(String title, Optional<String> proposalTitle, String text, Set<String> names) {
        public Document {
            names = Set.copyOf(names);
        }

        String part(Part part) {
            return switch (part) {
                case TITLE -> title;
                case PROPOSAL_TITLE -> proposalTitle.orElse("");
                case TEXT -> text;
            };
        }

        String at(Place place) {
            return part(place.part()).substring(place.start(), place.end());
        }
    }

    /** Where the phrase stands, in UTF-16 units of that part. */
    public record Place(Part part, int start, int end) {}

    /**
     * What looks replaced. {@code repair} is what to write in place of the phrase, empty text for "leave it out";
     * {@code repairedTitle} the proposal's title as it then reads. {@code certain} means that no honest reply met so
     * far looks like it.
     */
    public record Suspicion(
            Rule rule,
            String phrase,
            List<Place> places,
            Set<Evidence> evidence,
            Optional<String> repair,
            Optional<String> repairedTitle,
            boolean certain) {
        public Suspicion {
            places = List.copyOf(places);
            // In the enum's order, so that messages are the same everywhere.
            evidence = Collections.unmodifiableSet(EnumSet.copyOf(evidence));
        }

        /** The sum of the weights: for sorting, not a probability. */
        public int strength() {
            return evidence.stream().mapToInt(Evidence::weight).sum();
        }
    }

    private Hijack() {}

    /** Everything that looks replaced, by its first place; an ordinary reply gives nothing. */
    public static List<Suspicion> inspect(Document document) {
        List<Suspicion> suspicions = new ArrayList<>(Replacements.in(document));
        suspicions.addAll(OddCharacters.in(document));
        TraditionalForms.amongSimplified(document).ifPresent(suspicions::add);
        suspicions.sort(Comparator.comparing(
                        (Suspicion suspicion) -> suspicion.places().get(0).part())
                .thenComparing(suspicion -> suspicion.places().get(0).start())
                .thenComparing(Suspicion::rule));
        return List.copyOf(suspicions);
    }
}
