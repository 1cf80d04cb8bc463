package dafu.cli;

import dafu.report.Comparison.Change;
import dafu.report.Comparison.Part;
import dafu.text.Message;
import dafu.text.Message.Language;
import java.util.List;
import java.util.Locale;

/** A comparison as one page that needs no other file. */
final class ComparisonPage {
    private static final String STYLE =
            "body{font:1rem/1.7 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}"
                    + "h2{font-size:1.1rem;margin:2rem 0 0}small,dt{color:#595959}del{background:#fde4e1}ins{background:#dff3e2}"
                    + "dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}"
                    + "@media(prefers-color-scheme:dark){body{background:#161616;color:#eee}small,dt{color:#aaa}"
                    + "del{background:#5a2320}ins{background:#1e4426}}";

    private ComparisonPage() {}

    static String of(List<Change> changes, Message sum, Language language) {
        String title = new Message("答复的变化", "What changed in the replies").in(language);
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(language.name().toLowerCase(Locale.ROOT))
                .append(
                        "\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(title)
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n<h1>")
                .append(title)
                .append("</h1>\n<p>")
                .append(escaped(sum.in(language)))
                .append("</p>\n");
        for (Change change : changes) {
            page.append("<h2>")
                    .append(change.kind().words().in(language))
                    .append(" · ")
                    .append(escaped(change.title()))
                    .append("</h2>\n<small>")
                    .append(escaped(change.id()))
                    .append("</small>\n<dl>\n");
            for (Part part : change.parts()) {
                page.append("<dt>").append(escaped(part.where())).append("</dt>\n");
                marked(page, "del", part.before());
                marked(page, "ins", part.after());
            }
            page.append("</dl>\n");
        }
        return page.append("</html>\n").toString();
    }

    private static void marked(StringBuilder page, String element, String text) {
        if (!text.isEmpty()) {
            page.append("<dd><" + element + ">").append(escaped(text)).append("</" + element + "></dd>\n");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
