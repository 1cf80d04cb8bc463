package dafu.cli;

import dafu.cache.Hash;
import dafu.model.Metadata;
import dafu.report.Comparison.Change;
import dafu.report.Comparison.Part;
import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A comparison as one page that needs no other file, and takes none: its policy allows its own style alone. */
final class ComparisonPage {
    private ComparisonPage() {}

    static String of(List<Change> changes, Message sum, Language language) {
        StringBuilder list = new StringBuilder();
        for (Change change : changes) {
            String kind = change.kind().words().in(language);
            list.append("<h2>" + kind + " · " + escaped(change.title()) + "</h2>\n");
            list.append("<small>" + escaped(change.id()) + "</small>\n<dl>\n");
            for (Part part : change.parts()) {
                list.append("<dt>" + escaped(named(part.where(), language)) + "</dt>\n");
                list.append(part.before().isEmpty() ? "" : "<dd><del>" + escaped(part.before()) + "</del></dd>\n");
                list.append(part.after().isEmpty() ? "" : "<dd><ins>" + escaped(part.after()) + "</ins></dd>\n");
            }
            list.append("</dl>\n");
        }
        String page = Resource.text(ComparisonPage.class, "comparison.html");
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        byte[] hash = Hash.digest().digest(style.getBytes(StandardCharsets.UTF_8));
        return page.replace("{style}", "sha256-" + Base64.getEncoder().encodeToString(hash))
                .replace("{language}", language.name().toLowerCase(Locale.ROOT))
                .replace(
                        "{title}",
                        Message.of("答复的变化", "What changed in the replies").in(language))
                .replace("{sum}", escaped(sum.in(language)))
                .replace("{changes}", list);
    }

    /** What changed, as readers call it; it is the text, the address or a key. */
    private static String named(String where, Language language) {
        return switch (where) {
            case "text" -> Message.of("正文", "text").in(language);
            case "id" -> Message.of("地址", "address").in(language);
            default ->
                Metadata.SCHEMA.field(where).map(field -> field.name(language)).orElse(where);
        };
    }

    private static String escaped(String text) {
        return Console.masked(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
