package dafu.read;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as a page shows them: a head cell says what it heads, and many columns scroll on a phone. */
final class Tables {
    /** Up to how many columns a table fits a phone. */
    private static final int NARROW = 3;

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Tables() {}

    /** Finishes the tables in the renderer's markup. One that scrolls is a stop for the keyboard, named by its first headings. */
    static String finish(String html) {
        StringBuilder out = new StringBuilder(html.length() + 200);
        int done = 0;
        for (int at = html.indexOf("<table>"); at >= 0; at = html.indexOf("<table>", done)) {
            int end = html.indexOf("</table>", at);
            List<String> heads = Stream.of(
                            html.substring(at, end).split("</tr>", 2)[0].split("</th>"))
                    .map(cell -> TAG.matcher(cell).replaceAll("").strip())
                    .toList();
            out.append(html, done, at).append("<div class=\"table\"");
            if (heads.size() > NARROW) {
                Stream<String> names = heads.stream().filter(head -> !head.isEmpty());
                out.append(" tabindex=\"0\" role=\"group\" aria-label=\"")
                        .append(names.limit(NARROW).collect(Collectors.joining(", ")))
                        .append('"');
            }
            out.append('>').append(html, at, end).append("</table></div>");
            done = end + "</table>".length();
        }
        return out.append(html, done, html.length())
                .toString()
                .replace("<th>", "<th scope=\"col\">")
                .replace("<th align=", "<th scope=\"col\" align=")
                .replace(" align=\"", " class=\"");
    }
}
