package dafu.text;

import java.util.stream.IntStream;

/**
 * How alien a phrase is to the text around it. A topic that opens headings is what the text is about: its words come
 * back in other company. A phrase that was pasted in does not.
 */
final class Strangeness {
    /** Of a phrase none of whose word pairs comes back. */
    static final int WHOLLY = 100;

    /** With less text than this, a word that does not come back says nothing. */
    private static final int LEAST_HAN = 200;

    private static final String FUNCTION_CHARACTERS = "的了和与及在是对等为中";

    private final String text;
    private int han = -1;

    Strangeness(String text) {
        this.text = text;
    }

    /** How many Han characters the text has. */
    int han() {
        for (int i = han < 0 ? 0 : text.length(); i < text.length(); i++) {
            han = Math.max(0, han) + (Width.isHan(text.charAt(i)) ? 1 : 0);
        }
        return han;
    }

    /** How many in a hundred of the phrase's word pairs the rest of the text lacks; 0 where there is too little text. */
    int of(String phrase) {
        String rest = without(phrase);
        int pairs = 0;
        int absent = 0;
        for (int i = 0; !rest.isEmpty() && i + 1 < phrase.length(); i++) {
            if (isContentPair(phrase, i)) {
                pairs++;
                absent += rest.contains(phrase.substring(i, i + 2)) ? 0 : 1;
            }
        }
        return pairs == 0 ? 0 : absent * WHOLLY / pairs;
    }

    /** The text without these words; empty where too little is left to say anything. */
    private String without(String words) {
        String rest = text.replace(words, "\n");
        return han() - (text.length() - rest.length()) < LEAST_HAN ? "" : rest;
    }

    /** How often the phrase stands in the text. */
    int count(String phrase) {
        return (int) places(text, phrase).count();
    }

    /** Where a phrase begins in a text, without overlaps. */
    static IntStream places(String text, String phrase) {
        return IntStream.iterate(text.indexOf(phrase), at -> at >= 0, at -> text.indexOf(phrase, at + phrase.length()));
    }

    /** The beginning of a title up to a word that opens titles, or the first word pair that the text knows otherwise. */
    int alienPrefix(String title) {
        // The title itself is quoted in the text, so it must not vouch for its own words.
        String rest = without(title);
        int most = rest.isEmpty() ? 0 : Math.min(title.length(), Slots.LONGEST);
        for (int i = 0; i < most; i++) {
            if (i >= Slots.SHORTEST && Titles.opensWithin(title, i)) {
                return i;
            }
            if (!Slots.isWordCharacter(title.charAt(i))) {
                return i;
            }
            if (i + 1 < title.length() && isContentPair(title, i) && rest.contains(title.substring(i, i + 2))) {
                return i;
            }
        }
        return most;
    }

    /** Two Han characters that mean something: pairs of Latin letters occur in any word. */
    private static boolean isContentPair(String phrase, int at) {
        return Width.isHan(phrase.charAt(at))
                && Width.isHan(phrase.charAt(at + 1))
                && FUNCTION_CHARACTERS.indexOf(phrase.charAt(at)) < 0
                && FUNCTION_CHARACTERS.indexOf(phrase.charAt(at + 1)) < 0;
    }
}
