package dafu.text;

import static dafu.text.Hijack.PATTERNS;

import dafu.text.Slots.Slot;
import java.util.List;
import java.util.Optional;

/** The grammar of titles and headings: the words that open them, 关于…的提案, and what it takes to read like one. */
final class Titles {
    static final String FUNCTION_WORD = "关于";
    /**
     * What reads right with 关于 in place of a phrase.
     *
     * @param title the proposal's title as it then reads
     * @param reply whether the reply's own title does, a second witness
     * @param heading whether a heading does
     */
    record Repair(Optional<String> title, boolean reply, boolean heading) {
        boolean any() {
            return title.isPresent() || reply || heading;
        }

        Optional<String> word() {
            return any() ? Optional.of(FUNCTION_WORD) : Optional.empty();
        }
    }

    private Titles() {}

    static boolean opens(String text) {
        return PATTERNS.matcher("opening", text).lookingAt();
    }

    /** Whether a title may begin in the middle of this text: a word of two characters or more that opens titles. */
    static boolean opensWithin(String text, int at) {
        return PATTERNS.matcher("opening-within", text)
                .useTransparentBounds(true)
                .region(at, text.length())
                .lookingAt();
    }

    static boolean looksLikeName(String phrase) {
        return PATTERNS.find("name-ending", phrase);
    }

    /** Laws and plans stand in 《》 too: only what ends as a proposal, or is called one behind it, is one. */
    static boolean isProposal(String title, String text, int after) {
        return PATTERNS.find("proposal-ending", title)
                || PATTERNS.matcher("called-proposal", text.substring(after, Math.min(text.length(), after + 14)))
                        .lookingAt();
    }

    /** What these slots read like with 关于 in place of their first characters. */
    static Repair repair(Inspected document, List<Slot> slots, int phraseLength) {
        Optional<String> title = Optional.empty();
        boolean reply = false;
        boolean heading = false;
        for (Slot slot : slots) {
            String content = document.content(slot);
            // What has 关于 already lost nothing, and what remains has to say something.
            int rest = content.contains(FUNCTION_WORD) ? 0 : content.length() - phraseLength;
            switch (slot.kind()) {
                case PROPOSAL_TITLE -> {
                    if (title.isEmpty() && rest >= 6 && PATTERNS.find("proposal-ending", content)) {
                        title = Optional.of(FUNCTION_WORD + content.substring(phraseLength));
                    }
                }
                case REPLY_TITLE ->
                    reply |= rest > 0
                            && PATTERNS.find("reply-ending", content)
                            && PATTERNS.matcher("reply-opening", content.substring(phraseLength))
                                    .lookingAt();
                case HEADING ->
                    heading |= rest > 0
                            && content.stripTrailing().length() - phraseLength >= 4
                            && PATTERNS.find("heading-ending", content);
            }
        }
        return new Repair(title, reply, heading);
    }
}
