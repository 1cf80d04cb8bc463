package dafu.check;

import static dafu.check.Letter.PATTERNS;

import dafu.model.Metadata;
import dafu.model.Settings;
import dafu.model.Text;
import dafu.text.Diagnostic;
import dafu.text.Han;
import dafu.text.Location;
import java.util.List;
import java.util.regex.Matcher;

/** Words that a letter lost when it was taken out of a page or a scan, that are not its own, or that are not wanted. */
final class Words {
    /** Without one of these the pattern of lost characters need not be tried. */
    private static final List<String> LOST_SIGNS = List.of("第届", "第次", "届次", "第号", "年月", "年 月");

    private static final String ZEROS = "oо0";
    /** A year in brackets and a number. */
    private static final int LONGEST_NUMBER = 16;

    private static final List<String> OPINION_SIGNS = List.of("办意见", "供贵", "请贵", "供你", "请你");
    private static final int LONGEST_FURNITURE = 120;
    private static final String FRAGMENT = "<!--EndFragment-->";

    private Words() {}

    /** Characters that a text lost, or got wrong, when it was taken out of a page or a scan. */
    static void damaged(Letter letter, Findings found) {
        boolean may = LOST_SIGNS.stream().anyMatch(letter.prose()::contains);
        for (Letter.Line line : letter.lines()) {
            Matcher lost = PATTERNS.matcher("lost", may ? line.words() : "");
            while (lost.find()) {
                found.add("extraction-damage", letter.at(line, lost), lost.group());
            }
            Matcher year = PATTERNS.matcher("chinese-year", hasYear(line.words()) ? line.words() : "");
            while (year.find()) {
                for (int i = year.start(); i < year.end() && year.group().matches(".*[一二].*"); i++) {
                    if (ZEROS.indexOf(line.words().charAt(i)) >= 0) {
                        found.add(Diagnostic.of("chinese-zero", letter.at(line.start() + i, line.start() + i + 1))
                                .mendedBy("〇"));
                    }
                }
            }
        }
    }

    /** A letter or a nought near 年, among Han characters. */
    private static boolean hasYear(String words) {
        for (int at = words.indexOf('年', 4); at >= 0; at = words.indexOf('年', at + 1)) {
            for (int i = at - 4; i < at; i++) {
                if (ZEROS.indexOf(words.charAt(i)) >= 0 && Han.isHan(words.charAt(at - 4))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The year of a document number stands in 〔〕 (GB/T 9704). */
    static void documentNumber(Letter letter, Findings found) {
        letter.metadata().documentNumber().ifPresent(number -> {
            Matcher other = PATTERNS.matcher("other-brackets", number);
            while (other.find()) {
                documentNumber(letter.at("document-number", other.group()), other.group(), found);
            }
        });
        String prose = letter.prose();
        Matcher other = PATTERNS.matcher("other-brackets", prose).useTransparentBounds(true);
        // From one 号 to the next: only what stands before one is looked at.
        int start = 0;
        for (int end = prose.indexOf('号'); end >= 0; end = prose.indexOf('号', start)) {
            other.region(Math.max(start, end - LONGEST_NUMBER), end + 1);
            start = end + 1;
            if (other.find()) {
                documentNumber(letter.at(other.start(), other.end()), other.group(), found);
            }
        }
    }

    private static void documentNumber(Location at, String year, Findings found) {
        String right = "〔" + year.substring(1, year.length() - 1) + "〕";
        found.add(mended(Diagnostic.of("document-number", at, year, right), right));
    }

    /** What stands in a value that is not as long as written, such as a folded one, is left to an editor. */
    private static Diagnostic mended(Diagnostic finding, String right) {
        return finding.location().length() > 0 ? finding.mendedBy(right) : finding;
    }

    /** What a supporting body writes to the answering body is an opinion; the reply is a letter of its own. */
    static void opinion(Letter letter, Findings found) {
        if (letter.metadata().role() != Metadata.Role.ANSWER) {
            return;
        }
        Matcher title = PATTERNS.matcher("opinion-title", letter.metadata().title());
        boolean may = OPINION_SIGNS.stream().anyMatch(letter.prose()::contains);
        Matcher text = PATTERNS.matcher("opinion", may ? letter.prose() : "");
        if (title.find()) {
            found.add("opinion-as-reply", letter.at("title", title.group()), title.group());
        } else if (text.find()) {
            found.add("opinion-as-reply", letter.at(text.start(), text.end()), text.group());
        }
    }

    /** What a web page puts around a letter is no part of it; a whole sentence is none of that. */
    static void furniture(Letter letter, Findings found) {
        for (Letter.Line line : letter.lines()) {
            String words = line.words();
            if (words.length() <= LONGEST_FURNITURE && !words.endsWith("。")) {
                String plain = words.replace(String.valueOf(Text.OPAQUE), "").replace("&gt;", ">");
                if (PATTERNS.find("furniture", plain)) {
                    found.add("page-furniture", letter.at(line));
                }
            }
        }
        int at = letter.markdown().indexOf(FRAGMENT);
        if (at >= 0) {
            found.add("page-furniture", letter.at(at, at + FRAGMENT.length()));
        }
    }

    /** The archive's own list of wrong and right words, in the letter and in what the lists show of it. */
    static void unwanted(Letter letter, Findings found) {
        Metadata metadata = letter.metadata();
        for (Settings.Word word : letter.archive().settings().words()) {
            int length = word.wrong().length();
            for (int at = find(letter.prose(), word, 0); at >= 0; at = find(letter.prose(), word, at + length)) {
                unwanted(letter.at(at, at + length), word, found);
            }
            in(letter, "title", metadata.title(), word, found);
            in(letter, "proposal-title", metadata.proposalTitle().orElse(""), word, found);
            in(letter, "summary", metadata.summary().orElse(""), word, found);
        }
    }

    private static void in(Letter letter, String key, String value, Settings.Word word, Findings found) {
        if (find(value, word, 0) >= 0) {
            unwanted(letter.at(key, word.wrong()), word, found);
        }
    }

    /** The next place where the wrong words stand and are no part of the right ones; none where they were left out. */
    private static int find(String text, Settings.Word word, int from) {
        int inside = word.right().indexOf(word.wrong());
        int at = word.wrong().isEmpty() ? -1 : text.indexOf(word.wrong(), from);
        while (at >= 0 && inside >= 0 && text.startsWith(word.right(), at - inside)) {
            at = text.indexOf(word.wrong(), at + 1);
        }
        return at;
    }

    private static void unwanted(Location at, Settings.Word word, Findings found) {
        String what = word.reason().isPresent() ? "words/reason" : "words";
        found.add(mended(
                Diagnostic.of(
                        what, at, word.wrong(), word.right(), word.reason().orElse("")),
                word.right()));
    }
}
