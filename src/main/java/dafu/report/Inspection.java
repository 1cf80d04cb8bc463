package dafu.report;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Listing;
import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Resource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
import java.util.stream.Collectors;

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
    private static final Pattern ICP = Pattern.compile("\\p{IsHan}ICP备\\d{8}(?:\\d\\d)?号(-\\d+)?");
    private static final Pattern POLICE = Pattern.compile("\\p{IsHan}公网安备 ?\\d{14}号");
    /** After a year without anything new a column is taken for abandoned. */
    private static final int STALE_DAYS = 365;

    private static final Message ICP_NUMBER = new Message("ICP 备案号", "ICP filing number");
    private static final Message POLICE_NUMBER = new Message("公安备案号", "police filing number");
    private static final Map<String, Message> STATUS = Map.of(
            "ok", new Message("通过", "ok"),
            "missing", new Message("缺少", "missing"),
            "look", new Message("核对", "look"),
            "broken", new Message("断链", "broken"));

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
        Sheet sheet = new Sheet(new Table(language, "检查项、对象、状态、说明、怎样改", "item, subject, status, note, how to mend"));
        if (pages.get() == 0) {
            sheet.row("pages", "");
            return sheet.rows;
        }
        tags(sheet);
        filing(archive, sheet, ICP_NUMBER, ICP);
        filing(archive, sheet, POLICE_NUMBER, POLICE);
        empty.keySet().forEach(path -> sheet.row("empty", path));
        columns(archive, sheet);
        targets.entrySet().stream()
                .filter(target -> !files.contains(target.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(target ->
                        sheet.row("broken", target.getKey(), target.getValue().count, target.getValue().first));
        hosts.forEach((host, places) ->
                sheet.row(host.endsWith(".gov.cn") ? "foreign-official" : "foreign", host, places.count, places.first));
        return sheet.rows;
    }

    /** The rows in the words of {@code inspection.txt}. */
    private record Sheet(Table rows) {
        private static final Map<String, String[]> WORDS = Resource.lines(Inspection.class, "inspection.txt").stream()
                .map(line -> line.split(" \\| "))
                .collect(Collectors.toMap(words -> words[0], words -> words));

        void row(String name, String subject, Object... about) {
            String[] words = WORDS.get(name);
            rows.add(
                    Message.of(words[2], words[3], about),
                    subject,
                    STATUS.get(words[1]),
                    Message.of(words[4], words[5], about),
                    words.length > 6 ? Message.of(words[6], words[7], about) : "");
        }
    }

    private void tags(Sheet sheet) {
        Map<String, String> keys =
                Map.of("SiteName", "title、site-id-code", "SiteDomain", "site-domain", "SiteIDCode", "site-id-code");
        for (String tag : TAGS) {
            Places places = without.get(tag);
            if (places == null) {
                sheet.row("tag-there", tag, pages.get());
            } else {
                sheet.row("tag", tag, pages.get(), places.count, places.first, keys.get(tag));
            }
        }
    }

    private void filing(Archive archive, Sheet sheet, Message item, Pattern form) {
        List<String> numbers = archive.settings().filings().stream()
                .filter(number -> form.matcher(number).matches())
                .toList();
        String shown = numbers.stream().anyMatch(home::contains) ? "filing-shown" : "filing-hidden";
        sheet.row(numbers.isEmpty() ? "filing" : shown, String.join("、", numbers), item.zh(), item.en());
    }

    private void columns(Archive archive, Sheet sheet) {
        for (Facet facet : List.of(Facet.KIND, Facet.BODY, Facet.TOPIC)) {
            if (archive.listings(facet).isEmpty()) {
                sheet.row("column-empty", "/" + facet.folder() + "/");
            }
            for (Listing listing : archive.listings(facet)) {
                LocalDate newest = Arrays.stream(listing.members())
                        .mapToObj(member -> archive.replies().get(member).since())
                        .max(LocalDate::compareTo)
                        .orElseThrow();
                long days = Math.max(0, ChronoUnit.DAYS.between(newest, archive.asOf()));
                sheet.row(
                        days > STALE_DAYS ? "column-stale" : "column",
                        "/" + listing.term().address() + " " + listing.term().name(),
                        newest,
                        archive.asOf(),
                        days);
            }
        }
    }
}
