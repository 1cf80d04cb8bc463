package dafu.render;

import dafu.model.Strings;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks as a reader hears them: each in an element that says what was hidden, wherever on the page it stands. They are
 * told by their shape, so that what an office masked by hand is spoken as well.
 */
final class Spoken {
    private static final List<String> KINDS =
            List.of("mobile", "identity-card", "bank-card", "email", "vehicle-plate", "home-address", "other");
    /** A group for each kind, in that order. */
    private static final Pattern MASK = Pattern.compile("(?<![0-9A-Za-z*])(?:"
            + "((?:(?:\\+?86|0086)[- ]?)?[1１][3-9３-９][0-9０-９][- ]?\\*{4}[- ]?[0-9０-９]{4}(?![0-9*]))"
            + "|([0-9０-９]{3}(?:[- ]?\\*){11,14}[- ]?[0-9０-９Xx×])"
            + "|([0-9０-９]{4}(?:[- ]?\\*){12,15})"
            + "|([\\w.%+-]?\\*+[@＠][\\w.-]+)"
            + "|(\\p{IsHan}[A-Za-z][·•‧・∙. -]?\\*{4,6}[挂学警港澳使领]?)"
            + "|((?:\\*+(?:单元|[号栋幢座弄楼层室户房]))+\\*{0,5}|(?:\\*+-){2}\\*+)"
            + "|([0-9A-Za-z]*\\*{4,}[0-9A-Za-z]*))");

    private final Strings strings;

    Spoken(Strings strings) {
        this.strings = strings;
    }

    /** The page with every mask in its body marked; what stands inside tags stays as it is. */
    String page(String html) {
        int body = html.indexOf("<body");
        int at = html.indexOf('*', Math.max(0, body));
        if (at < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 400);
        int done = 0;
        for (; at >= 0; at = html.indexOf('*', done)) {
            int start = Math.max(done, html.lastIndexOf('>', at) + 1);
            boolean inTag = html.lastIndexOf('<', at) >= start;
            int end = html.indexOf(inTag ? '>' : '<', at);
            end = end < 0 ? html.length() : end;
            out.append(html, done, inTag ? end : start);
            if (!inTag) {
                words(html.substring(start, end), out);
            }
            done = end;
        }
        return out.append(html, done, html.length()).toString();
    }

    private void words(String text, StringBuilder out) {
        Matcher mask = MASK.matcher(text);
        int done = 0;
        while (mask.find()) {
            int group = 1;
            while (mask.group(group) == null) {
                group++;
            }
            String label = strings.fill("mask.hidden", strings.get("mask." + KINDS.get(group - 1)));
            out.append(text, done, mask.start()).append("<span class=\"mask\" role=\"img\" aria-label=\"");
            out.append(label).append("\">").append(mask.group()).append("</span>");
            done = mask.end();
        }
        out.append(text, done, text.length());
    }
}
