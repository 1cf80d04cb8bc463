package dafu.text;

import static dafu.text.Hijack.PATTERNS;

import dafu.text.Slots.Slot;
import java.util.Optional;

/** The grammar of titles and headings: 关于…的提案, and what it takes to read like one. */
final class ProposalTitle {
    static final String FUNCTION_WORD = "关于";

    private ProposalTitle() {}

    /** Laws and plans stand in 《》 too: only what ends as a proposal, or is called one behind it, is one. */
    static boolean isProposal(String title, String text, int after) {
        return PATTERNS.find("proposal-ending", title)
                || PATTERNS.matcher("called-proposal", text.substring(after, Math.min(text.length(), after + 14)))
                        .lookingAt();
    }

    /**
     * The title with 关于 in place of its first characters, where that makes it fit the grammar: it had no 关于, it
     * ends as a proposal, and what remains says something.
     */
    static Optional<String> repaired(String title, int phraseLength) {
        return title.contains(FUNCTION_WORD)
                        || title.length() - phraseLength < 6
                        || !PATTERNS.find("proposal-ending", title)
                ? Optional.empty()
                : Optional.of(FUNCTION_WORD + title.substring(phraseLength));
    }

    /** The same for a heading, and for 对…提案的答复, which may open with 关于 as well. */
    static boolean repairs(Slot slot, String content, int phraseLength) {
        return !content.contains(FUNCTION_WORD)
                && switch (slot.kind()) {
                    case PROPOSAL_TITLE -> false;
                    case REPLY_TITLE ->
                        PATTERNS.find("reply-ending", content)
                                && PATTERNS.matcher("reply-opening", content.substring(phraseLength))
                                        .lookingAt();
                    case HEADING ->
                        content.stripTrailing().length() - phraseLength >= 4
                                && PATTERNS.find("heading-ending", content);
                };
    }
}
