package dafu.check;

import dafu.model.Metadata;
import dafu.text.Location;
import dafu.text.Message;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a supporting body writes to the answering body is an opinion; the reply is a letter of its own. */
final class OpinionAsReply implements LetterRule {
    private static final Pattern TITLE = Pattern.compile("(?:会办|协办)(?:意见|件)");
    private static final Pattern TEXT = Pattern.compile(
            "提出如下(?:会办|协办)意见|提出(?:会办|协办)意见如下|[供请][贵你][局委办厅部院会处]在?统一?(?:答复|汇总)|[供请][贵你][局办厅部院处]在?(?:办理|参考)");

    /** Without one of these the pattern need not be tried. */
    private static final List<String> SIGNS = List.of("办意见", "供贵", "请贵", "供你", "请你");

    @Override
    public void check(Letter letter, Findings found) {
        if (letter.metadata().role() != Metadata.Role.ANSWER) {
            return;
        }
        Matcher title = TITLE.matcher(letter.metadata().title());
        boolean may = SIGNS.stream().anyMatch(letter.prose()::contains);
        Matcher text = TEXT.matcher(may ? letter.prose() : "");
        if (title.find()) {
            report(letter.at("title", title.group()), title.group(), found);
        } else if (text.find()) {
            report(letter.at(text.start(), text.end()), text.group(), found);
        }
    }

    private static void report(Location at, String words, Findings found) {
        found.add(
                "opinion-as-reply",
                at,
                Message.of("“%s”：这像是给主办单位的会办意见", "“%s”: this looks like an opinion to the answering body", words),
                Message.of("写 role: supporting-opinion（文种: 会办意见）", "write role: supporting-opinion"));
    }
}
