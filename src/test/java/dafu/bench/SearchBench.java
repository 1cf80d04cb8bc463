package dafu.bench;

import dafu.bench.Figures.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Searches archives of several sizes for known items in headless Chromium, each with an empty cache, and prints for each
 * form of query bytes, requests, dependent round trips, time, rank; then exact phrases, the index and what it costs to
 * make. Median and worst stand side by side.
 *
 * <p>{@code mvn -Pbench test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=dafu.bench.SearchBench
 * -Dexec.args="1000,10000 target/bench --engines=dafu,pagefind"}: the sizes and a folder for corpora, sites and {@code search.json}.
 * It builds with {@code target/dafu.jar}.
 *
 * <p>{@code --queries=50}: how many of each form. {@code --engines=dafu,pagefind}: the same with Pagefind, where npm is
 * there; it is installed below the folder. {@code --gate}: ours alone, quickly, and exit status 1 when the budget is
 * exceeded. {@code --plan=matter}: no measurement, but every file that the queries of a form fetch.
 */
public final class SearchBench {
    /** Enough to tell one round of requests from the next. */
    private static final Visit.Network WAVES = new Visit.Network(120, 0);

    private static final int TABS = 4;

    private final Path folder;
    private final Arguments arguments;
    private final Chromium chromium;
    private final ExecutorService tabs = Executors.newFixedThreadPool(TABS);
    private final List<Object> json = new ArrayList<>();
    private final List<String> exceeded = new ArrayList<>();

    private SearchBench(Path folder, Arguments arguments, Chromium chromium) {
        this.folder = folder;
        this.arguments = arguments;
        this.chromium = chromium;
    }

    /** The command line. */
    private record Arguments(List<String> all) {
        boolean has(String flag) {
            return all.contains("--" + flag);
        }

        String value(String option, String otherwise) {
            String start = "--" + option + "=";
            return all.stream()
                    .filter(argument -> argument.startsWith(start))
                    .map(argument -> argument.substring(start.length()))
                    .findFirst()
                    .orElse(otherwise);
        }
    }

    public static void main(String[] line) throws Exception {
        Arguments arguments = new Arguments(List.of(line));
        if (line.length < 2) {
            throw new IllegalArgumentException(
                    "expected: sizes folder [--queries=N] [--engines=dafu,pagefind] [--gate] [--plan=form]");
        }
        Path folder = Path.of(line[1]).toAbsolutePath();
        List<String> exceeded;
        try (Chromium chromium = new Chromium()) {
            SearchBench bench = new SearchBench(folder, arguments, chromium);
            try {
                for (String size : line[0].split(",")) {
                    bench.measure(Integer.parseInt(size));
                }
            } finally {
                bench.tabs.shutdownNow();
            }
            exceeded = bench.exceeded;
            if (arguments.value("plan", "").isEmpty()) {
                Files.writeString(folder.resolve("search.json"), Json.write(bench.json) + "\n");
            }
        }
        if (arguments.has("gate") && !exceeded.isEmpty()) {
            exceeded.forEach(System.err::println);
            // The exception would do too, but its trace would hide the lines above.
            System.exit(1);
        }
    }

    private void measure(int size) throws Exception {
        Sites sites = new Sites(folder, size);
        Corpus corpus = sites.corpus();
        Map<Form, List<Query>> queries = new Queries(corpus, Integer.parseInt(arguments.value("queries", "50"))).find();
        Sites.Built built = sites.dafu();
        Engine dafu = Engine.dafu(built.site());
        String plan = arguments.value("plan", "");
        if (!plan.isEmpty()) {
            plan(dafu, queries.get(Form.valueOf(plan.toUpperCase(Locale.ROOT))));
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%n## %,d replies, %s, %d cores, Chromium; an empty cache each%n",
                size,
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors());
        List<String> engines = List.of(arguments.value("engines", "dafu").split(","));
        if (engines.contains("dafu")) {
            List<Figures> ours = engine(size, dafu, queries, arguments.has("gate") ? WAVES : Visit.Network.PHONE);
            disk(size, dafu, built);
            facets(size, dafu, queries.get(Form.MATTER));
            if (arguments.has("gate")) {
                exceeded.addAll(Budget.exceeded(
                        size,
                        ours.stream()
                                .filter(figures -> figures.form() != Form.PHRASE)
                                .toList()));
            }
        }
        if (engines.contains("pagefind")) {
            Sites.Built theirs = sites.pagefind(built);
            Engine typed = Engine.pagefind(theirs.version() + ", as typed", theirs.site(), Query::typed);
            engine(size, typed, queries, Visit.Network.PHONE);
            disk(size, typed, theirs);
            // It differs in what it finds, and hardly in what it fetches.
            Engine cut = Engine.pagefind(theirs.version() + ", cut into words", theirs.site(), Query::cut);
            engine(size, cut, queries, WAVES);
        }
    }

    private List<Figures> engine(int size, Engine engine, Map<Form, List<Query>> queries, Visit.Network network)
            throws Exception {
        System.out.printf("%n### %s%n%n%s%n", engine.name(), Figures.HEAD);
        List<Figures> figures = new ArrayList<>();
        List<Outcome> all = new ArrayList<>();
        try (FileHost host = engine.host()) {
            // The first page of a browser's life is slow, whoever made it.
            visit(host.address(engine.first(queries.get(Form.MATTER).get(0))), Visit.Network.NONE);
            for (Map.Entry<Form, List<Query>> form : queries.entrySet()) {
                List<Outcome> outcomes = outcomes(host, engine, form.getValue(), network);
                Figures of = Figures.of(form.getKey(), outcomes);
                System.out.println(of.row());
                figures.add(of);
                all.addAll(outcomes);
            }
            phrases(size, host, engine, queries.get(Form.PHRASE));
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("replies", (double) size);
        record.put("engine", engine.name());
        record.put("forms", figures.stream().map(Figures::json).toList());
        record.put("queries", all.stream().map(Outcome::json).toList());
        json.add(record);
        return figures;
    }

    /** Bytes and rounds of an emulated network; where that is a phone's, the time without it too. */
    private List<Outcome> outcomes(FileHost host, Engine engine, List<Query> queries, Visit.Network network)
            throws Exception {
        List<Visit> emulated = together(queries, query -> visit(host.address(engine.first(query)), network));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            Query query = queries.get(i);
            Visit plain = network.equals(Visit.Network.PHONE)
                    ? visit(host.address(engine.first(query)), Visit.Network.NONE)
                    : emulated.get(i);
            outcomes.add(new Outcome(query, plain, emulated.get(i)));
        }
        return outcomes;
    }

    private Visit visit(String address, Visit.Network network) throws IOException, InterruptedException {
        return Visit.to(chromium, address, network);
    }

    private interface Work<T> {
        T of(Query query) throws Exception;
    }

    /** Several tabs at a time: they mostly wait. */
    private <T> List<T> together(List<Query> queries, Work<T> work) throws InterruptedException, ExecutionException {
        List<Callable<T>> tasks = new ArrayList<>();
        queries.forEach(query -> tasks.add(() -> work.of(query)));
        List<T> results = new ArrayList<>();
        for (Future<T> result : tabs.invokeAll(tasks)) {
            results.add(result.get());
        }
        return results;
    }

    /** Everything that holds a phrase is expected, and nothing else. */
    private void phrases(int size, FileHost host, Engine engine, List<Query> queries) throws Exception {
        List<Visit> visits = together(queries, query -> visit(host.address(engine.every(query)), Visit.Network.NONE));
        List<Double> recalls = new ArrayList<>();
        List<Double> precisions = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            Set<String> wanted = queries.get(i).expected();
            List<String> hits = visits.get(i).hits();
            double right = hits.stream().filter(wanted::contains).count();
            // Beyond a thousand nothing is promised.
            if (wanted.size() <= 1000) {
                recalls.add(right / wanted.size());
                precisions.add(hits.isEmpty() ? 1 : right / hits.size());
            }
        }
        double recall = mean(recalls);
        double precision = mean(precisions);
        System.out.printf(
                Locale.ROOT,
                "%nquoted slices: recall %.1f%%, precision %.1f%%, means of %d queries%n",
                100 * recall,
                100 * precision,
                recalls.size());
        json.add(Map.of("replies", (double) size, "engine", engine.name(), "recall", recall, "precision", precision));
        if (arguments.has("gate")) {
            Budget.atLeast(exceeded, "quoted slices: recall", recall, 1);
            Budget.atLeast(exceeded, "quoted slices: precision", precision, 1);
        }
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    }

    private void disk(int size, Engine engine, Sites.Built built) throws IOException {
        double index = engine.size();
        double share = index / built.markdown();
        System.out.printf(
                Locale.ROOT,
                "index: %.1f MB, %.2f × the Markdown; made in %.1f s, %.0f%% of what the pages take, %.1f s; 40%% is the aim, which no gate holds: clocks vary%n",
                index / 1e6,
                share,
                built.indexing(),
                100 * built.indexing() / built.pages(),
                built.pages());
        json.add(Map.of(
                "replies",
                (double) size,
                "engine",
                engine.name(),
                "indexBytes",
                index,
                "indexToMarkdown",
                share,
                "secondsOfIndexing",
                built.indexing(),
                "secondsOfPages",
                built.pages()));
        if (arguments.has("gate")) {
            Budget.atMost(exceeded, "index against the Markdown", share, Budget.STORE);
            double scripts = Engine.size(built.site().resolve("assets"), ".js");
            Budget.atMost(exceeded, "KB of scripts", scripts / 1000, Budget.SCRIPTS);
        }
    }

    private void facets(int size, Engine engine, List<Query> queries) throws Exception {
        try (FileHost host = engine.host()) {
            List<Visit> visits = together(queries, query -> visit(host.address(engine.facets(query)), WAVES));
            Figures.Spread bytes = Figures.Spread.of(
                    visits, visit -> visit.bytes(visit.untilExcerpts()) - visit.bytes(visit.untilTitles()));
            System.out.printf(
                    Locale.ROOT, "facets, when opened: %.1f · %.1f KB%n", bytes.median() / 1000, bytes.worst() / 1000);
            json.add(Map.of("replies", (double) size, "engine", engine.name(), "bytesOfFacets", bytes.json()));
            if (arguments.has("gate")) {
                Budget.FACETS.hold(exceeded, size, "facets", bytes.worst());
            }
        }
    }

    /** What each query fetches, for those who tune. */
    private void plan(Engine engine, List<Query> queries) throws Exception {
        try (FileHost host = engine.host()) {
            for (Query query : queries) {
                Visit visit = visit(host.address(engine.first(query)), WAVES);
                System.out.printf(
                        Locale.ROOT,
                        "%n%s%n  %,d bytes and %d rounds to the titles, %,d bytes to the excerpts, %s %d%n",
                        query.typed(),
                        visit.bytes(visit.untilTitles()),
                        visit.rounds(visit.untilTitles()),
                        visit.bytes(visit.untilExcerpts()),
                        visit.state(),
                        visit.hits().stream().filter(query.expected()::contains).count());
                for (Visit.Request request : visit.requests()) {
                    System.out.printf(
                            Locale.ROOT,
                            "  %6.0f to %6s ms %,9d bytes  %s%n",
                            request.issued(),
                            request.finished() == Double.MAX_VALUE ? "…" : Math.round(request.finished()),
                            request.header() + request.body(),
                            request.file());
                }
            }
        }
    }
}
