package dafu.page;

import dafu.model.Facet;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Term;
import dafu.model.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sign-off of a letter: the body's name, the date, both on one line, or neither. A page sets it apart only where it is
 * certain, since real replies lack either.
 */
final class Signature {
    private static final Pattern DATE =
            Pattern.compile("[\\d〇○Oo零一二三四五六七八九]{2,4}年[\\d一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日$");

    private static final String FOOTNOTES = "<div class=\"footnotes\">";

    /** A name and a date; more lines than these would be part of the text. */
    private static final int MOST = 2;

    private Signature() {}

    /** How many paragraphs at the end of the text, before its footnotes, are the sign-off. */
    static int lines(Site site, Reply reply, Text text) {
        String markup = text.html().markup();
        String rest = markup.substring(0, end(markup)).stripTrailing();
        int count = 0;
        while (count < MOST && rest.endsWith("</p>")) {
            int start = rest.lastIndexOf("<p>");
            if (start < 0 || !signs(site, reply, rest.substring(start + 3, rest.length() - 4))) {
                break;
            }
            rest = rest.substring(0, start).stripTrailing();
            count++;
        }
        return count;
    }

    /** Where a text ends, before its footnotes. */
    static int end(String markup) {
        int footnotes = markup.indexOf(FOOTNOTES);
        return footnotes < 0 ? markup.length() : footnotes;
    }

    private static boolean signs(Site site, Reply reply, String paragraph) {
        String words = paragraph.replaceAll("[\\s\u3000]", "");
        Matcher date = DATE.matcher(words);
        String name = date.find() ? words.substring(0, date.start()) : words;
        Term body = site.term(Facet.BODY, reply.metadata().answeringBody());
        Optional<Term> named = site.archive().names(Facet.BODY).find(name);
        return name.isEmpty() && !words.isEmpty() || named.filter(body::equals).isPresent();
    }
}
