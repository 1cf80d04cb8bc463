package dafu.page;

import dafu.model.Facet;
import dafu.model.Page;
import dafu.model.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statistics of a year, or of all years: for each figure a table that is its chart too, and the same as CSV. */
public final class StatisticsPage {
    static final String ADDRESS = "statistics/";

    /** A page must stay small: longer tables end with a sum of the rest, and the index and the CSV have all. */
    private static final int ROWS = 8;

    /**
     * What the layout receives.
     *
     * @param periods the years and all of them, each but this one with a link
     * @param unfinished the listing of what is not finished, and how many of the period stand there
     */
    public record View(Frame page, List<Period> periods, List<Figure> figures, Optional<Link> unfinished) {}

    public record Period(String name, Optional<String> href) {}

    /**
     * A figure.
     *
     * @param stated how many replies state it, out of how many, as a sentence
     * @param about what has to be known to read it
     * @param series the headings of the columns of counts
     * @param several whether there are some, which tell whose bar is whose, in place of shares
     * @param hasOfficial whether it has official numbers, and differences
     * @param sources where they were published
     * @param csv the file of the same
     */
    public record Figure(
            String id,
            String title,
            Optional<String> about,
            String stated,
            List<String> series,
            boolean several,
            boolean hasOfficial,
            List<Row> rows,
            Optional<Row> total,
            List<String> sources,
            String csv) {}

    /**
     * A row of the table; its share is of the first count in the replies that state it, which a sum of what overlaps lacks.
     *
     * @param bars how long the bar of each count is, as a share of the longest; a sum has none
     */
    public record Row(
            Optional<String> href,
            String name,
            Optional<String> meaning,
            List<String> bars,
            List<String> counts,
            String share,
            String official,
            String difference) {
        public boolean hasBars() {
            return !bars.isEmpty();
        }
    }

    private StatisticsPage() {}

    public static Page of(Site site, List<Statistics.Period> all, Statistics.Period period) {
        String path = period.address() + "index.html";
        String root = Page.rootFrom(path);
        String name = name(site, period);
        String title = site.say("statistics.of", name);
        String about = site.say("statistics.about");
        Optional<Link> above = period.year().map(year -> new Link(root + ADDRESS, site.say("statistics")));
        int[] open = site.archive().unfinished();
        long unfinished = IntStream.of(open)
                .mapToObj(site.archive().replies()::get)
                .filter(reply -> period.year().orElse(reply.year()) == reply.year())
                .count();
        View view = new View(
                Frame.at(site, path, root, title, Optional.of(about), above),
                all.stream()
                        .map(p -> new Period(
                                name(site, p), Optional.of(root + p.address()).filter(href -> p != period)))
                        .toList(),
                period.figures().stream()
                        .map(figure -> figure(site, period, figure, root))
                        .toList(),
                Optional.of(new Link(
                                root + ListingPage.UNFINISHED,
                                period.year().isPresent()
                                        ? site.say("statistics.unfinished-of-year", unfinished, open.length)
                                        : site.say("statistics.unfinished-count", unfinished)))
                        .filter(link -> unfinished > 0));
        return new Page(path, "statistics", view);
    }

    private static String name(Site site, Statistics.Period period) {
        return period.year().map(year -> site.say("statistics.year", year)).orElse(site.say("statistics.all"));
    }

    private static Figure figure(Site site, Statistics.Period period, Statistics.Figure figure, String root) {
        List<Statistics.Row> rows = shortened(site, figure);
        int most = figure.rows().stream()
                .flatMapToInt(row -> IntStream.of(row.counts()))
                .max()
                .orElse(0);
        return new Figure(
                figure.id(),
                figure.title(),
                about(site, period, figure.id()),
                stated(site, figure),
                figure.series().stream().map(series -> series(site, series)).toList(),
                figure.series().size() > 1,
                figure.officials().findAny().isPresent(),
                rows.stream().map(row -> row(figure, row, most, root)).toList(),
                figure.total().map(row -> row(figure, row, most, root)),
                figure.officials()
                        .flatMap(said -> said.source().stream())
                        .distinct()
                        .toList(),
                figure.id() + ".csv");
    }

    /** The largest rows and those of which there is an official number, then the sum of the others. */
    private static List<Statistics.Row> shortened(Site site, Statistics.Figure figure) {
        List<Statistics.Row> shown = new ArrayList<>(figure.rows());
        List<Statistics.Row> others = new ArrayList<>(shown.subList(Math.min(ROWS, shown.size()), shown.size()));
        others.removeIf(row -> row.official().isPresent());
        if (others.size() < 2) {
            return shown;
        }
        shown.removeAll(others);
        int[] rest = new int[figure.series().size()];
        others.forEach(row -> Arrays.setAll(rest, i -> rest[i] + row.counts()[i]));
        String name = site.say("statistics.others", others.size());
        Optional<String> index = Stream.of(Facet.values())
                .map(Facet::folder)
                .filter(figure.id().replaceFirst("-.*", "")::equals)
                .map(folder -> folder + "/")
                .findFirst();
        shown.add(
                new Statistics.Row(new Questions.Category("", name, Optional.empty(), index), rest, Optional.empty()));
        return shown;
    }

    private static Optional<String> about(Site site, Statistics.Period period, String id) {
        return id.equals("days") && !period.days().isEmpty()
                ? Optional.of(site.say("statistics.days.about", period.days().toArray()))
                : site.strings().find("statistics." + id.replaceFirst("-.*", "") + ".about");
    }

    /** The denominator, once where it is the same for all series. */
    private static String stated(Site site, Statistics.Figure figure) {
        boolean alike = IntStream.of(figure.stated()).distinct().count() == 1;
        return IntStream.range(0, alike ? 1 : figure.stated().length)
                .mapToObj(i -> (alike ? "" : series(site, figure.series().get(i)) + " ")
                        + (figure.stated()[i] == figure.replies()
                                ? site.say("statistics.stated-all", figure.replies())
                                : site.say("statistics.stated", figure.replies(), figure.stated()[i])))
                .collect(Collectors.joining(" "));
    }

    private static String series(Site site, String id) {
        return site.say("statistics.series." + id);
    }

    private static Row row(Statistics.Figure figure, Statistics.Row row, int most, String root) {
        boolean sum = row.category().id().isEmpty();
        return new Row(
                row.category().address().map(address -> root + address),
                row.category().name(),
                row.category().meaning(),
                IntStream.of(sum ? new int[0] : row.counts())
                        .mapToObj(count -> share(count, most))
                        .toList(),
                IntStream.of(row.counts()).mapToObj(String::valueOf).toList(),
                sum && figure.total().isEmpty() ? "" : share(row.counts()[0], figure.stated()[0]),
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
}
