package dafu.check;

import dafu.text.Location;
import dafu.text.Message;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The year of a document number stands in 〔〕 (GB/T 9704). */
final class DocumentNumber implements LetterRule {
    private static final Pattern OTHER =
            Pattern.compile("(?<=\\p{IsHan})[\\[【(（﹝〖［](?:19|20)\\d\\d[\\]】)）﹞〗］](?= ?第? ?\\d{1,5} ?号)");

    /** A year in brackets and a number. */
    private static final int LONGEST = 16;

    @Override
    public void check(Letter letter, Findings found) {
        letter.metadata().documentNumber().ifPresent(number -> {
            Matcher other = OTHER.matcher(number);
            while (other.find()) {
                report(letter.at("document-number", other.group()), other.group(), found);
            }
        });
        String prose = letter.prose();
        Matcher other = OTHER.matcher(prose).useTransparentBounds(true);
        // From one 号 to the next: only what stands before one is looked at.
        int start = 0;
        for (int end = prose.indexOf('号'); end >= 0; end = prose.indexOf('号', start)) {
            other.region(Math.max(start, end - LONGEST), end + 1);
            start = end + 1;
            if (other.find()) {
                report(letter.at(other.start(), other.end()), other.group(), found);
            }
        }
    }

    private static void report(Location at, String year, Findings found) {
        String right = "〔" + year.substring(1, year.length() - 1) + "〕";
        found.add(
                "document-number",
                at,
                Message.of("发文字号的年份写在“%s”里", "the year of the document number stands in “%s”", year),
                Message.of("写成 %s", "write %s", right),
                at.length() > 0 ? Optional.of(right) : Optional.empty());
    }
}
