package dafu.text;

import java.util.Optional;

/** The grammar of proposals' titles: 关于…的提案, and what it takes to read like one. */
final class ProposalTitle {
    static final String FUNCTION_WORD = "关于";

    private static final String[] ENDINGS = {"提案", "建议", "议案", "意见建议", "建议案"};
    private static final String[] HEADING_ENDINGS = {"的建议", "建议", "的问题", "问题", "的情况", "情况", "的意见", "的提案", "事项", "方面"};
    /** How far behind 》 the word for it may stand: 《…》(第058号)收悉. */
    private static final int REACH = 14;

    private ProposalTitle() {}

    static boolean endsAsProposal(String title) {
        String bare = stripped(title);
        for (String ending : ENDINGS) {
            if (bare.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    static boolean isCalledProposal(String text, int after) {
        String rest = text.substring(after, Math.min(text.length(), after + REACH));
        return rest.startsWith("提案")
                || rest.startsWith("建议")
                || rest.startsWith("议案")
                || rest.startsWith("的提案")
                || rest.startsWith("的建议")
                || rest.contains("收悉");
    }

    /**
     * The title with 关于 in place of its first characters, where that makes it fit the grammar: it had no 关于, it
     * ends as a proposal, and what remains says something.
     */
    static Optional<String> repaired(String title, int phraseLength) {
        if (title.contains(FUNCTION_WORD) || !endsAsProposal(title) || title.length() - phraseLength < 6) {
            return Optional.empty();
        }
        return Optional.of(FUNCTION_WORD + title.substring(phraseLength));
    }

    /** The same for 对…提案的答复, which may open with 关于 as well. */
    static boolean repairsReplyTitle(String title, int phraseLength) {
        String rest = title.substring(phraseLength);
        return !title.contains(FUNCTION_WORD)
                && (title.endsWith("答复") || title.endsWith("复函") || title.endsWith("答复函"))
                && (rest.startsWith("对") || rest.contains("会议第") || rest.contains("号提案") || rest.contains("号建议"));
    }

    static boolean repairsHeading(String heading, int phraseLength) {
        String bare = stripped(heading);
        if (bare.contains(FUNCTION_WORD) || bare.length() - phraseLength < 4) {
            return false;
        }
        for (String ending : HEADING_ENDINGS) {
            if (bare.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String stripped(String title) {
        int end = title.length();
        while (end > 0 && (Width.fold(title.charAt(end - 1)) <= ' ' || "。.*:：".indexOf(title.charAt(end - 1)) >= 0)) {
            end--;
        }
        return title.substring(0, end);
    }
}
