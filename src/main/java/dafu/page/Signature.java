package dafu.page;

import dafu.model.Facet;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Term;
import dafu.model.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sign-off of a letter: the body's name, the date, both on one line, or neither. A page sets it apart only where it is
 * certain, since real replies lack either.
 */
final class Signature {
    private static final Pattern DATE = Pattern.compile("[\\d〇○Oo零一二三四五六七八九]{2,4}年[\\d一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日$");

    /** A name and a date; more lines than these would be part of the text. */
    private static final int MOST = 2;

    private Signature() {}

    /** How many lines at the end of the text are the sign-off. */
    static int lines(Site site, Reply reply, Text text) {
        List<String> lines = text.plain().lines().toList();
        int count = 0;
        while (count < Math.min(MOST, lines.size()) && signs(site, reply, lines.get(lines.size() - 1 - count))) {
            count++;
        }
        return count;
    }

    private static boolean signs(Site site, Reply reply, String line) {
        String words = line.replaceAll("[\\s\u3000]", "");
        Matcher date = DATE.matcher(words);
        String name = date.find() ? words.substring(0, date.start()) : words;
        Term body = site.archive().names(Facet.BODY).term(reply.metadata().answeringBody());
        Optional<Term> named = site.archive().names(Facet.BODY).find(name);
        return name.isEmpty() && !words.isEmpty() || named.filter(body::equals).isPresent();
    }
}
