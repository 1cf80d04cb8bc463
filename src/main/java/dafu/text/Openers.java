package dafu.text;

import java.util.List;

/** Words that open many honest titles and headings, so that finding them repeated says nothing. */
final class Openers {
    private static final List<String> WORDS = Hijack.PATTERNS.words("opener");

    private Openers() {}

    static boolean opens(String text, int at) {
        for (String word : WORDS) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a title may begin in the middle of this text: a word of two characters or more that opens titles. */
    static boolean opensWithin(String text, int at) {
        for (String word : WORDS) {
            if (word.length() > 1 && text.startsWith(word, at)) {
                return true;
            }
        }
        boolean shifts = text.charAt(at) == '将' && (at == 0 || text.charAt(at - 1) != '麻');
        return shifts || text.charAt(at) == '让' || text.charAt(at) == '在' && !text.startsWith("在线", at);
    }

    static boolean looksLikeName(String phrase) {
        return Hijack.PATTERNS.find("name-ending", phrase);
    }
}
