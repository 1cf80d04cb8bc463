package dafu.check;

import dafu.model.Text;
import dafu.text.Diagnostic;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Links into pages, and to addresses of the site: whether their targets are there is known only when all is read. */
public final class LinkTargets {
    private static final Pattern FOOTNOTE = Pattern.compile("fn(ref)?-\\d+(-\\d+)?");

    private final Queue<Text.Anchor> links = new ConcurrentLinkedQueue<>();

    /** Takes the links of a text. */
    public void add(Collection<Text.Anchor> anchors) {
        links.addAll(anchors);
    }

    /**
     * The links that lead nowhere.
     *
     * @param anchors the anchors of a page, by its path below the content folder: each page that is linked into is asked
     *     for once
     * @param exists whether the site has a file
     */
    public List<Diagnostic> found(Function<String, Collection<String>> anchors, Predicate<String> exists) {
        Findings found = new Findings();
        Map<String, List<Text.Anchor>> pages =
                links.stream().collect(Collectors.groupingBy(Text.Anchor::reply, TreeMap::new, Collectors.toList()));
        pages.forEach((page, into) -> {
            if (page.startsWith("/")) {
                into.stream()
                        .filter(link -> !exists(page.substring(1), exists))
                        .forEach(link -> found.add("link-address", link.at(), page));
            } else {
                anchors(into, anchors.apply(page), found);
            }
        });
        return found.all();
    }

    private static void anchors(List<Text.Anchor> links, Collection<String> known, Findings found) {
        for (Text.Anchor link : links) {
            String anchor = URLDecoder.decode(
                    link.anchor().replace("%", "%25").replaceAll("%25(?=[0-9A-Fa-f]{2})", "%"), StandardCharsets.UTF_8);
            if (!anchor.isEmpty()
                    && !known.contains(anchor)
                    && !FOOTNOTE.matcher(anchor).matches()) {
                found.add(
                        known.isEmpty() ? "link-anchor/none" : "link-anchor",
                        link.at(),
                        link.reply(),
                        anchor,
                        String.join(" #", known));
            }
        }
    }

    private static boolean exists(String address, Predicate<String> files) {
        String folder = address.isEmpty() || address.endsWith("/") ? address : address + "/";
        return files.test(folder + "index.html") || !address.endsWith("/") && files.test(address);
    }
}
