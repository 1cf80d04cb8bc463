package dafu.report;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Listing;
import dafu.model.Reply;
import dafu.text.Message;
import dafu.text.Message.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the quarterly inspection of Chinese government sites looks at, seen as inspectors see it: on the pages as they go
 * out, whoever's layouts made them. Takes files from any thread, then gives its table.
 */
public final class Inspection {
    private static final List<String> TAGS = List.of("SiteName", "SiteDomain", "SiteIDCode");
    private static final Pattern META =
            Pattern.compile("<meta\\s+name=[\"']?(\\w+)[\"']?\\s+content=(?:\"\\s*[^\"\\s]|'\\s*[^'\\s])");
    private static final Pattern LINK = Pattern.compile("<[a-z]+\\s[^>]*?\\b(?:href|src)=(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern MAIN = Pattern.compile("<main\\b.*?</main>", Pattern.DOTALL);
    private static final Pattern FURNITURE = Pattern.compile("<(nav|h1)\\b.*?</\\1>|<[^>]*>", Pattern.DOTALL);
    private static final Pattern ICP = Pattern.compile("\\p{IsHan}ICP备\\d{8}号(-\\d+)?");
    private static final Pattern POLICE = Pattern.compile("\\p{IsHan}公网安备 ?\\d{14}号");
    /** After a year without anything new a column is taken for abandoned. */
    private static final int STALE_DAYS = 365;

    private static final Message OK = Message.of("通过", "ok");
    private static final Message MISSING = Message.of("缺少", "missing");
    private static final Message LOOK = Message.of("核对", "look");
    private static final Message BROKEN = Message.of("断链", "broken");

    private final Set<String> files = ConcurrentHashMap.newKeySet();
    private final AtomicInteger pages = new AtomicInteger();
    private final SortedMap<String, Places> without = new ConcurrentSkipListMap<>();
    private final SortedMap<String, Places> empty = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Places> hosts = new ConcurrentSkipListMap<>();
    private final ConcurrentHashMap<String, Places> targets = new ConcurrentHashMap<>();
    private volatile String home = "";

    /** On how many pages something is, and the first of them by name. */
    private record Places(int count, String first) {
        Places and(Places other) {
            return new Places(count + other.count, first.compareTo(other.first) <= 0 ? first : other.first);
        }
    }

    /** Takes note of a file of the site. */
    public void see(String path, byte[] bytes) {
        files.add(path);
        if (path.endsWith(".html")) {
            page(path, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private void page(String path, String html) {
        Places here = new Places(1, path);
        pages.incrementAndGet();
        Set<String> tags = ConcurrentHashMap.newKeySet();
        META.matcher(html).results().forEach(meta -> tags.add(meta.group(1)));
        TAGS.stream().filter(tag -> !tags.contains(tag)).forEach(tag -> without.merge(tag, here, Places::and));
        Matcher main = MAIN.matcher(html);
        if (main.find() && FURNITURE.matcher(main.group()).replaceAll("").isBlank()) {
            empty.put(path, here);
        }
        if (path.equals("index.html")) {
            home = html;
        }
        Set<String> seen = ConcurrentHashMap.newKeySet();
        LINK.matcher(html)
                .results()
                .map(link -> link.group(1) != null ? link.group(1) : link.group(2))
                .filter(seen::add)
                .forEach(link -> link(path, link, here));
    }

    /** What is no address at all is left to the checks; 404.html alone names places from the root of its host. */
    private void link(String path, String link, Places here) {
        try {
            URI uri = URI.create(link.replace("&amp;", "&"));
            if (uri.getHost() != null) {
                hosts.merge(uri.getHost().toLowerCase(Locale.ROOT), here, Places::and);
            } else if (uri.getScheme() == null
                    && !link.startsWith("/")
                    && !uri.getPath().isEmpty()) {
                String target = URI.create("/")
                        .resolve(URI.create("/" + path).resolve(uri))
                        .getPath()
                        .substring(1);
                targets.merge(
                        target.isEmpty() || target.endsWith("/") ? target + "index.html" : target, here, Places::and);
            }
        } catch (IllegalArgumentException noAddress) {
            // Written by hand in a layout or a text; a reader's browser makes of it what it can.
        }
    }

    /** What was seen, once all files were. */
    public Table table(Archive archive, Language language) {
        Table.Rows rows = new Table.Rows(
                language,
                Message.of("检查项", "item"),
                Message.of("对象", "subject"),
                Message.of("状态", "status"),
                Message.of("说明", "note"),
                Message.of("怎样改", "how to mend"));
        if (pages.get() == 0) {
            rows.add(
                    Message.of("页面", "pages"),
                    "",
                    LOOK,
                    Message.of("有错误，没有生成页面，无从检查", "there are errors, so there are no pages to look at"),
                    Message.of("先改正错误", "mend the errors first"));
            return rows.table();
        }
        tags(rows);
        filing(archive, rows, Message.of("ICP 备案号", "ICP filing number"), ICP);
        filing(archive, rows, Message.of("公安备案号", "police filing number"), POLICE);
        empty.keySet()
                .forEach(path -> rows.add(
                        Message.of("空白页面", "empty page"),
                        path,
                        MISSING,
                        Message.of("没有内容", "there is nothing on it"),
                        Message.of("写上内容，或删去这一页", "write something, or remove the page")));
        columns(archive, rows);
        targets.entrySet().stream()
                .filter(target -> !files.contains(target.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(target -> rows.add(
                        Message.of("站内链接", "link within the site"),
                        target.getKey(),
                        BROKEN,
                        on(target.getValue()),
                        Message.of("改正链接，或补上文件", "mend the link, or add the file")));
        hosts.forEach((host, places) -> rows.add(
                Message.of("站外链接", "foreign link"),
                host,
                host.endsWith(".gov.cn") ? OK : LOOK,
                on(places),
                host.endsWith(".gov.cn")
                        ? ""
                        : Message.of("打开看看是否仍是原来的网站", "open it and see whether it is still that site")));
        return rows.table();
    }

    private void tags(Table.Rows rows) {
        Map<String, String> keys =
                Map.of("SiteName", "title、site-id-code", "SiteDomain", "site-domain", "SiteIDCode", "site-id-code");
        for (String tag : TAGS) {
            Places places = without.get(tag);
            rows.add(
                    Message.of("网站标签", "site tag"),
                    tag,
                    places == null ? OK : MISSING,
                    places == null
                            ? Message.of("%d 个页面都有", "on all of %d pages", pages.get())
                            : Message.of(
                                    "%d 个页面中 %d 个没有，如 %s",
                                    "not on %2$d of %1$d pages, such as %3$s", pages.get(), places.count, places.first),
                    places == null
                            ? ""
                            : Message.of(
                                    "在 archive.yml 写 %s；已写的，核对自己的布局",
                                    "give %s in archive.yml; where it is there, look at your own layouts",
                                    keys.get(tag)));
        }
    }

    private void filing(Archive archive, Table.Rows rows, Message item, Pattern form) {
        List<String> numbers = archive.settings().filings().stream()
                .filter(number -> form.matcher(number).matches())
                .toList();
        boolean shown = numbers.stream().anyMatch(home::contains);
        rows.add(
                item,
                String.join("、", numbers),
                shown ? OK : MISSING,
                numbers.isEmpty()
                        ? Message.of("archive.yml 里没有写", "there is none in archive.yml")
                        : shown ? Message.of("首页有", "on the home page") : Message.of("首页没有", "not on the home page"),
                shown
                        ? ""
                        : numbers.isEmpty()
                                ? Message.of(
                                        "在 archive.yml 的 filings 里照备案证书写全",
                                        "give it under filings in archive.yml, in full")
                                : Message.of("核对自己的布局", "look at your own layouts"));
    }

    private void columns(Archive archive, Table.Rows rows) {
        Message item = Message.of("栏目更新", "last update");
        for (Facet facet : List.of(Facet.KIND, Facet.BODY, Facet.TOPIC)) {
            if (archive.listings(facet).isEmpty()) {
                rows.add(
                        Message.of("空栏目", "empty column"),
                        "/" + facet.folder() + "/",
                        LOOK,
                        Message.of("没有答复写了这一项，所以没有这个栏目", "no reply names one, so there is no such column"),
                        Message.of("在答复里写上这一项", "name it in replies"));
            }
            for (Listing listing : archive.listings(facet)) {
                LocalDate newest = LocalDate.MIN;
                for (int member : listing.members()) {
                    LocalDate day = updated(archive.replies().get(member));
                    newest = day.isAfter(newest) ? day : newest;
                }
                long days = Math.max(0, ChronoUnit.DAYS.between(newest, archive.asOf()));
                boolean stale = days > STALE_DAYS;
                rows.add(
                        item,
                        "/" + listing.term().address() + " " + listing.term().name(),
                        stale ? LOOK : OK,
                        Message.of(
                                "最近 %s，到 %s 有 %d 天", "newest %s, %3$d days before %2$s", newest, archive.asOf(), days),
                        stale
                                ? Message.of("公开新的答复，或说明停止更新的原因", "publish newer replies, or say why there are none")
                                : "");
            }
        }
    }

    private static LocalDate updated(Reply reply) {
        return reply.metadata().published().orElse(reply.metadata().date());
    }

    private static Message on(Places places) {
        return Message.of("在 %d 个页面上，如 %s", "on %d pages, such as %s", places.count, places.first);
    }
}
