package dafu.page;

import dafu.model.Page;
import dafu.model.Settings;
import dafu.model.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statistics of a year, or of all years: for each figure a chart, the table behind it, and the same as CSV. */
public final class StatisticsPage implements PageType {
    public static final StatisticsPage TYPE = new StatisticsPage();
    static final String ADDRESS = "statistics/";

    /** A page must stay small: longer tables end with a sum of the rest, and the CSV has all. */
    private static final int ROWS = 12;

    /**
     * What the layout receives.
     *
     * @param periods the years and all of them, each but this one with a link
     * @param unfinished the listing of what is not finished, and how many stand there
     */
    public record View(
            Frame page,
            String title,
            String about,
            List<Period> periods,
            List<Figure> figures,
            Optional<Link> unfinished) {}

    public record Period(String name, Optional<String> href) {}

    /**
     * A figure.
     *
     * @param stated how many replies state it, out of how many, as a sentence
     * @param about what has to be known to read it
     * @param series the headings of the columns of counts
     * @param hasShares whether the table has shares
     * @param hasOfficial whether it has official numbers, and differences
     * @param sources where they were published
     * @param csv the file of the same
     */
    public record Figure(
            String id,
            String title,
            Optional<String> about,
            String stated,
            Chart chart,
            List<String> series,
            boolean hasShares,
            boolean hasOfficial,
            List<Row> rows,
            Optional<Row> total,
            List<String> sources,
            String csv) {}

    /** A row of the table; its share is of the first count in the replies that state it. */
    public record Row(
            Optional<String> href,
            String name,
            Optional<String> meaning,
            List<String> counts,
            String share,
            String official,
            String difference) {}

    /** A bar chart; lengths are shares of its width, so that it fits any screen and its words keep their size. */
    public record Chart(String height, String says, List<Legend> legend, List<Label> labels, List<Bar> bars) {}

    /** What a series is, where there are several. */
    public record Legend(String x, String series, String name) {}

    public record Label(String y, String name, String value) {}

    public record Bar(String y, String width, String series) {}

    private StatisticsPage() {}

    @Override
    public String layout() {
        return "statistics";
    }

    @Override
    public Class<? extends Record> view() {
        return View.class;
    }

    public static Page of(Site site, List<Statistics.Period> all, Statistics.Period period) {
        String path = period.address() + "index.html";
        String root = Page.rootFrom(path);
        String name = name(site, period);
        String title = site.strings().fill("statistics.of", name);
        String about = site.strings().get("statistics.about");
        Link[] trail = period.year()
                .map(year -> new Link[] {new Link(root + ADDRESS, site.strings().get("statistics"))})
                .orElse(new Link[0]);
        int unfinished = site.archive().unfinished().length;
        View view = new View(
                Frame.of(site, path, title, Optional.of(about), trail),
                title,
                about,
                all.stream()
                        .map(p -> new Period(
                                name(site, p), Optional.of(root + p.address()).filter(href -> p != period)))
                        .toList(),
                period.figures().stream()
                        .map(figure -> figure(site, period, figure, root))
                        .toList(),
                Optional.of(new Link(
                                root + ListingPage.UNFINISHED,
                                site.strings().fill("statistics.unfinished-count", unfinished)))
                        .filter(link -> unfinished > 0));
        return new Page(path, TYPE.layout(), view);
    }

    private static String name(Site site, Statistics.Period period) {
        return period.year()
                .map(year -> site.strings().fill("statistics.year", year))
                .orElse(site.strings().get("statistics.all"));
    }

    private static Figure figure(Site site, Statistics.Period period, Statistics.Figure figure, String root) {
        List<Statistics.Row> rows = shortened(site, figure);
        boolean several = figure.series().size() > 1;
        boolean official = Stream.concat(rows.stream(), figure.total().stream())
                .anyMatch(row -> row.official().isPresent());
        return new Figure(
                figure.id(),
                title(site, figure.id()),
                about(site, period, figure.id()),
                stated(site, figure),
                chart(site, figure, rows.subList(0, Math.min(ROWS, rows.size()))),
                figure.series().stream().map(series -> series(site, series)).toList(),
                !several,
                official,
                rows.stream().map(row -> row(figure, row, root)).toList(),
                figure.total().map(row -> row(figure, row, root)),
                Stream.concat(figure.rows().stream(), figure.total().stream())
                        .flatMap(row -> row.official().flatMap(Settings.Official::source).stream())
                        .distinct()
                        .toList(),
                figure.id() + ".csv");
    }

    /** The largest rows, and the sum of the others. */
    private static List<Statistics.Row> shortened(Site site, Statistics.Figure figure) {
        List<Statistics.Row> rows = figure.rows();
        if (rows.size() <= ROWS) {
            return rows;
        }
        int[] rest = new int[figure.series().size()];
        rows.subList(ROWS, rows.size()).forEach(row -> Arrays.setAll(rest, i -> rest[i] + row.counts()[i]));
        List<Statistics.Row> shown = new ArrayList<>(rows.subList(0, ROWS));
        String others = site.strings().fill("statistics.others", rows.size() - ROWS);
        shown.add(new Statistics.Row(new Questions.Category("", others, "", Optional.empty()), rest, Optional.empty()));
        return shown;
    }

    private static String title(Site site, String id) {
        if (id.startsWith("outcomes-")) {
            String scheme = id.substring("outcomes-".length());
            return site.strings()
                    .fill(
                            "statistics.outcomes-in",
                            site.settings().outcomes().stream()
                                    .filter(s -> s.scheme().equals(scheme))
                                    .findFirst()
                                    .flatMap(Settings.Scheme::name)
                                    .orElse(scheme));
        }
        return site.strings().get("statistics." + id);
    }

    private static Optional<String> about(Site site, Statistics.Period period, String id) {
        return id.equals("days") && !period.days().isEmpty()
                ? Optional.of(site.strings()
                        .fill("statistics.days.about", period.days().toArray()))
                : site.strings().find("statistics." + id.replaceFirst("-.*", "") + ".about");
    }

    /** The denominator, once where it is the same for all series. */
    private static String stated(Site site, Statistics.Figure figure) {
        boolean alike = IntStream.of(figure.stated()).distinct().count() == 1;
        return IntStream.range(0, alike ? 1 : figure.stated().length)
                .mapToObj(i -> (alike ? "" : series(site, figure.series().get(i)) + " ")
                        + (figure.stated()[i] == figure.replies()
                                ? site.strings().fill("statistics.stated-all", figure.replies())
                                : site.strings().fill("statistics.stated", figure.replies(), figure.stated()[i])))
                .collect(Collectors.joining(" "));
    }

    private static String series(Site site, String id) {
        return site.strings().get("statistics.series." + id);
    }

    private static Row row(Statistics.Figure figure, Statistics.Row row, String root) {
        return new Row(
                row.category().address().map(address -> root + address),
                row.category().name(),
                Optional.of(row.category().meaning()).filter(meaning -> !meaning.isEmpty()),
                IntStream.of(row.counts()).mapToObj(String::valueOf).toList(),
                share(row.counts()[0], figure.stated()[0]),
                row.official().map(said -> String.valueOf(said.count())).orElse(""),
                row.difference()
                        .map(d -> d > 0 ? "+" + d : String.valueOf(d).replace('-', '−'))
                        .orElse(""));
    }

    /** A share with one decimal, rounded half up. */
    private static String share(int count, int of) {
        long tenths = of == 0 ? 0 : (count * 2000L + of) / (2L * of);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    private static Chart chart(Site site, Statistics.Figure figure, List<Statistics.Row> rows) {
        List<Label> labels = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        int most = rows.stream()
                .flatMapToInt(row -> IntStream.of(row.counts()))
                .max()
                .orElse(0);
        int several = figure.series().size() > 1 ? figure.series().size() : 0;
        int y = several > 0 ? 26 : 0;
        List<Legend> legend = IntStream.range(0, several)
                .mapToObj(i -> new Legend(
                        i * 100 / several + "%",
                        "bar-" + (i + 1),
                        series(site, figure.series().get(i))))
                .toList();
        for (Statistics.Row row : rows) {
            String values = String.join(
                    " · ", IntStream.of(row.counts()).mapToObj(String::valueOf).toList());
            labels.add(new Label(String.valueOf(y + 16), clipped(row.category().name()), values));
            y += 22;
            for (int i = 0; i < row.counts().length; i++) {
                String series =
                        row.category().meaning().isEmpty() || !figure.id().equals("days")
                                ? "bar-" + (i + 1)
                                : "bar-late";
                bars.add(new Bar(String.valueOf(y), share(row.counts()[i], Math.max(1, most)), series));
                y += 10;
            }
            y += 8;
        }
        String says = rows.stream()
                .map(row -> row.category().name() + " " + row.counts()[0])
                .collect(Collectors.joining(site.strings().get("separator")));
        return new Chart(String.valueOf(Math.max(1, y)), says, legend, labels, bars);
    }

    /** A name that fits beside its value on a small screen; the table has all of it. */
    private static String clipped(String name) {
        int width = 0;
        for (int i = 0; i < name.length(); i++) {
            width += name.charAt(i) < 0x2000 ? 1 : 2;
            if (width > 34) {
                return name.substring(0, i) + "…";
            }
        }
        return name;
    }
}
