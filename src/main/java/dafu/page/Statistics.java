package dafu.page;

import dafu.model.Csv;
import dafu.model.Reply;
import dafu.model.Settings;
import dafu.model.Site;
import dafu.page.Questions.Category;
import dafu.page.Questions.Question;
import dafu.page.Questions.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The figures of an archive, of each year and of all, counted in one pass over the catalogue; the chart, the table and
 * the CSV of each question follow from its answer.
 */
public final class Statistics {
    /** The period of all years, which comes last. */
    private static final int ALL = Integer.MIN_VALUE;

    private static final List<String> COLUMNS =
            List.of("year", "figure", "series", "id", "name", "count", "stated", "replies", "official", "difference");

    private final Site site;
    private final Questions questions;
    private final Map<Integer, Counted> periods = new TreeMap<>(Comparator.reverseOrder());

    /** What is counted in a period: a tally for each question, and how many replies took how many days. */
    private record Counted(Map<String, Tally> tallies, TreeMap<Long, Integer> days) {}

    /** What is counted for a question in a period. */
    private static final class Tally {
        private final Map<Category, int[]> counts = new LinkedHashMap<>();
        private final int[] stated;
        private int replies;

        Tally(Question question) {
            stated = new int[question.series().size()];
            question.order().forEach(this::row);
        }

        int[] row(Category category) {
            return counts.computeIfAbsent(category, c -> new int[stated.length]);
        }

        void add(List<List<Category>> said) {
            replies++;
            for (int i = 0; i < stated.length; i++) {
                stated[i] += said.get(i).isEmpty() ? 0 : 1;
                for (Category category : said.get(i)) {
                    row(category)[i]++;
                }
            }
        }
    }

    /** A line of a figure: a count for each series, and what is officially said of the first. */
    record Row(Category category, int[] counts, Optional<Settings.Official> official) {
        int size() {
            return IntStream.of(counts).sum();
        }

        Optional<Integer> difference() {
            return official.map(said -> counts[0] - said.count());
        }
    }

    /**
     * The answer to a question.
     *
     * @param total the sum of the rows, where they can be added up
     * @param stated how many replies state it, for each series
     * @param replies how many were asked
     */
    record Figure(
            String id,
            String title,
            List<String> series,
            List<Row> rows,
            Optional<Row> total,
            int[] stated,
            int replies) {
        Stream<Row> lines() {
            return Stream.concat(rows.stream(), total.stream());
        }

        Stream<Settings.Official> officials() {
            return lines().flatMap(row -> row.official.stream());
        }
    }

    /**
     * The figures of a year, or of all years.
     *
     * @param days how many days from assignment to reply: the fewest, those of the middle one, the most
     */
    public record Period(Optional<Integer> year, List<Figure> figures, List<Long> days) {
        public String address() {
            return StatisticsPage.ADDRESS + year.map(y -> y + "/").orElse("");
        }

        /** The figures as tables, by their paths in the site. */
        public Map<String, String> files() {
            Map<String, String> files = new LinkedHashMap<>();
            figures.forEach(figure ->
                    files.put(address() + figure.id + ".csv", csv(List.of(new Period(year, List.of(figure), days)))));
            return files;
        }
    }

    private Statistics(Site site) {
        this.site = site;
        this.questions = new Questions(site);
    }

    /** The figures of a site, the newest year first, then those of all years; none where there are no replies. */
    public static List<Period> of(Site site) {
        Statistics statistics = new Statistics(site);
        site.archive().replies().stream().filter(reply -> !reply.isDraft()).forEach(statistics::count);
        site.settings()
                .officialTotals()
                .forEach(official -> statistics.counted(official.year().orElse(ALL)));
        return site.archive().replies().isEmpty() ? List.of() : statistics.periods();
    }

    private Counted counted(int period) {
        return periods.computeIfAbsent(period, p -> {
            Map<String, Tally> tallies = new HashMap<>();
            questions.all().forEach(question -> tallies.put(question.id(), new Tally(question)));
            return new Counted(tallies, new TreeMap<>());
        });
    }

    private void count(Reply reply) {
        List<Counted> both = List.of(counted(reply.year()), counted(ALL));
        for (Question question : questions.of(reply)) {
            List<List<Category>> said = question.series().stream()
                    .map(series -> series.says().apply(reply).toList())
                    .toList();
            both.forEach(period -> period.tallies.get(question.id()).add(said));
        }
        Questions.days(reply)
                .filter(d -> questions.isAnswer(reply))
                .ifPresent(d -> both.forEach(period -> period.days.merge(d, 1, Integer::sum)));
    }

    private static List<Long> days(TreeMap<Long, Integer> counted) {
        int before = 0;
        int all = counted.values().stream().mapToInt(i -> i).sum();
        for (Map.Entry<Long, Integer> day : counted.entrySet()) {
            before += day.getValue();
            if (before * 2 >= all) {
                return List.of(counted.firstKey(), day.getKey(), counted.lastKey());
            }
        }
        return List.of();
    }

    private List<Period> periods() {
        List<Period> all = new ArrayList<>();
        periods.forEach((year, counted) -> all.add(new Period(
                Optional.of(year).filter(y -> y != ALL),
                questions.all().stream()
                        .filter(question -> year == ALL || !question.id().equals("years"))
                        .map(question -> figure(year, question, counted.tallies.get(question.id())))
                        .filter(figure -> figure.rows.stream().anyMatch(row -> row.size() > 0)
                                || figure.officials().findAny().isPresent())
                        .toList(),
                days(counted.days))));
        return List.copyOf(all);
    }

    private Figure figure(int year, Question question, Tally tally) {
        Map<Category, Settings.Official> officials = new HashMap<>();
        Category sum = new Category("", site.say("statistics.sum"));
        for (Settings.Official official : site.settings().officialTotals()) {
            if (official.figure().equals(question.id()) && official.year().orElse(ALL) == year) {
                Category category =
                        official.value().map(v -> questions.named(question, v)).orElse(sum);
                officials.put(category, official);
                official.value().ifPresent(v -> tally.row(category));
            }
        }
        List<Row> rows = new ArrayList<>();
        tally.counts.forEach((category, counts) ->
                rows.add(new Row(category, counts, Optional.ofNullable(officials.get(category)))));
        int ordered = question.order().size();
        rows.subList(ordered, rows.size())
                .sort(Comparator.<Row>comparingInt(row -> row.counts[0])
                        .thenComparingInt(Row::size)
                        .reversed()
                        .thenComparing(row -> row.category.name()));
        rows.removeIf(row -> question.rows() != Rows.EVERY && row.size() == 0 && row.official.isEmpty());
        int[] total = new int[tally.stated.length];
        rows.forEach(row -> Arrays.setAll(total, i -> total[i] + row.counts[i]));
        Row whole = new Row(sum, total, Optional.ofNullable(officials.get(sum)));
        return new Figure(
                question.id(),
                question.title(),
                question.series().stream().map(Questions.Series::id).toList(),
                List.copyOf(rows),
                Optional.of(whole).filter(row -> question.rows() != Rows.OVERLAPPING || row.official.isPresent()),
                tally.stated,
                tally.replies);
    }

    /** Figures as one table: a line for each number, with how many replies state it, out of how many. */
    public static String csv(List<Period> periods) {
        StringBuilder csv = new StringBuilder(Csv.BYTE_ORDER_MARK).append(Csv.line(COLUMNS));
        for (Period period : periods) {
            for (Figure figure : period.figures) {
                figure.lines().forEach(row -> {
                    for (int i = 0; i < row.counts.length; i++) {
                        Optional<Row> said = i == 0 ? Optional.of(row) : Optional.empty();
                        csv.append(Csv.line(List.of(
                                cell(period.year),
                                figure.id,
                                figure.series.get(i),
                                row.category.id(),
                                row.category.name(),
                                row.counts[i],
                                figure.stated[i],
                                figure.replies,
                                cell(said.flatMap(Row::official).map(Settings.Official::count)),
                                cell(said.flatMap(Row::difference)))));
                    }
                });
            }
        }
        return csv.toString();
    }

    private static String cell(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("");
    }
}
