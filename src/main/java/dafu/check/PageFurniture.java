package dafu.check;

import dafu.text.Message;
import java.util.regex.Pattern;

/** What a web page puts around a letter is no part of it. */
final class PageFurniture implements LetterRule {
    private static final int LONGEST = 120;
    private static final Pattern FURNITURE = Pattern.compile(String.join("|", Rule.lines("furniture.txt")));
    private static final String FRAGMENT = "<!--EndFragment-->";

    @Override
    public void check(Letter letter, Findings found) {
        for (Letter.Line line : letter.lines()) {
            String words = line.words();
            // A whole sentence is none.
            if (words.length() <= LONGEST
                    && !words.endsWith("。")
                    && FURNITURE.matcher(plain(words)).find()) {
                report(letter, line.start(), line.end(), found);
            }
        }
        String markdown = letter.markdown();
        int at = markdown.indexOf(FRAGMENT);
        if (at >= 0) {
            report(letter, at, at + FRAGMENT.length(), found);
        }
    }

    private static String plain(String words) {
        return words.replace(String.valueOf(dafu.model.Text.OPAQUE), "").replace("&gt;", ">");
    }

    private static void report(Letter letter, int start, int end, Findings found) {
        found.add(
                "page-furniture",
                letter.at(start, end),
                Message.of("这是网页上的东西，不是答复", "this belongs to a web page, not to the letter"),
                Message.of("删去", "take it out"));
    }
}
