package dafu.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds words that somebody put into a reply in place of others, says why they look so, and proposes the words that
 * may have stood there. Nothing is ever rewritten here: a person decides.
 *
 * <p>Published replies are copied by sites that replace a common word, 关于 above all, by a phrase they want found. A
 * list of bad words alone misses such phrases and accuses replies on lotteries, health and policing; so the signs are
 * counted together. The result depends on the document alone, in the order of its parts and places.
 */
public final class Hijack {
    static final Patterns PATTERNS = new Patterns(Hijack.class, "hijack.txt");
    private static final int SHOWN = 24;

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

    /** A sign, and what is said of it. */
    public enum Evidence {
        /** The phrase opens two or more titles or headings. */
        SLOT("开在几个标题前面", "it opens several titles"),
        /** 600 Han characters or more without 关于. */
        MISSING_FUNCTION_WORD("全文没有“关于”", "the text has no 关于"),
        /** Neither the phrase nor most of its word pairs occur anywhere else in the document. */
        ALIEN("与上下文无关", "nothing around it has to do with it"),
        /** With the repair, the title reads as titles of proposals do. */
        REPAIR("换掉以后标题才通顺", "with the repair the title reads well"),
        /** Words of advertising, in no context that explains them. */
        VOCABULARY("是广告用语", "it is advertising"),
        /** Characters that no author types. */
        UNICODE("有看不见或损坏的字符", "characters that are damaged or cannot be seen");

        /** What it has seen, in the words of a finding. */
        private final Message seen;

        Evidence(String zh, String en) {
            this.seen = new Message(zh, en);
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

        /** What is said about it; characters that cannot be seen are shown by their numbers. */
        public Message message() {
            StringBuilder visible = new StringBuilder();
            phrase.codePoints().limit(SHOWN).forEach(c -> {
                boolean seen =
                        c > ' ' && c < 0x7F || c >= 0x2E80 && c < 0xE000 || c >= 0xFF01 && c < 0xFFE7 || c > 0xFFFF;
                visible.append(seen ? Character.toString(c) : String.format(Locale.ROOT, "U+%04X", c));
            });
            return Message.of(
                    "“%1$s”不像原文，共 %2$d 处（%3$s）",
                    "“%1$s” does not look like the original, in %2$d places (%4$s)",
                    visible,
                    places.size(),
                    evidence.stream().map(sign -> sign.seen.zh()).collect(Collectors.joining("；")),
                    evidence.stream().map(sign -> sign.seen.en()).collect(Collectors.joining("; ")));
        }
    }

    private Hijack() {}

    /** How often a phrase stands in a text. */
    public static int count(String text, String phrase) {
        return (int) Strangeness.places(text, phrase).count();
    }

    /** Everything that looks replaced, by its first place; an ordinary reply gives nothing. */
    public static List<Suspicion> inspect(Inspected document) {
        List<Suspicion> suspicions = new ArrayList<>(Replacements.in(document));
        suspicions.addAll(OddCharacters.in(document));
        suspicions.sort(Comparator.comparing(
                        (Suspicion suspicion) -> suspicion.places().get(0).part())
                .thenComparing(suspicion -> suspicion.places().get(0).start())
                .thenComparing(Suspicion::rule));
        return List.copyOf(suspicions);
    }
}
