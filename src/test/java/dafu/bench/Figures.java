package dafu.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a form of queries, each a median and a worst where there are many.
 *
 * @param first the reciprocal ranks of the first expected hit, zero when it is not among ten
 */
record Figures(
        Form form,
        int queries,
        Spread titles,
        Spread excerpts,
        Spread headers,
        Spread requests,
        Spread rounds,
        Spread milliseconds,
        Spread onPhone,
        double first,
        double amongTen) {

    /** Many numbers in two. */
    record Spread(double median, double worst) {
        static <T> Spread of(List<T> things, ToDoubleFunction<T> number) {
            double[] sorted = things.stream().mapToDouble(number).sorted().toArray();
            return sorted.length == 0
                    ? new Spread(0, 0)
                    : new Spread(sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
        }

        Map<String, Object> json() {
            return Map.of("median", median, "worst", worst);
        }
    }

    /**
     * A query and its two visits.
     *
     * @param plain on a fast connection, or the same as the other where that was not asked for
     */
    record Outcome(Query query, Visit plain, Visit phone) {
        double reciprocalRank() {
            for (int i = 0; i < Math.min(10, phone.hits().size()); i++) {
                if (query.expected().contains(phone.hits().get(i))) {
                    return 1.0 / (i + 1);
                }
            }
            return 0;
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("form", query.form().label());
            json.put("typed", query.typed());
            json.put("reciprocalRank", reciprocalRank());
            json.put("bytesUntilTenTitles", (double) phone.bytes(phone.untilTitles()));
            json.put("bytesUntilFiveExcerpts", (double) phone.bytes(phone.untilExcerpts()));
            json.put("rounds", (double) phone.rounds(phone.untilTitles()));
            json.put("milliseconds", plain.titles());
            json.put("millisecondsOnPhone", phone.titles());
            return json;
        }
    }

    static Figures of(Form form, List<Outcome> outcomes) {
        return new Figures(
                form,
                outcomes.size(),
                Spread.of(outcomes, o -> o.phone.bytes(o.phone.untilTitles())),
                Spread.of(outcomes, o -> o.phone.bytes(o.phone.untilExcerpts())),
                Spread.of(outcomes, o -> o.phone.headers()),
                Spread.of(
                        outcomes,
                        o -> o.phone.requests().stream()
                                .filter(o.phone.untilTitles())
                                .count()),
                Spread.of(outcomes, o -> o.phone.rounds(o.phone.untilTitles())),
                Spread.of(outcomes, o -> o.plain.titles()),
                Spread.of(outcomes, o -> o.phone.titles()),
                outcomes.stream().mapToDouble(Outcome::reciprocalRank).average().orElse(0),
                outcomes.stream()
                        .mapToDouble(o -> o.reciprocalRank() > 0 ? 1 : 0)
                        .average()
                        .orElse(0));
    }

    static final String HEAD =
            "| | KB to ten titles | KB to five excerpts | requests | rounds | ms | ms, phone | MRR@10 | among ten |\n"
                    + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |";

    /** A row of a table in Markdown. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f · %.1f | %.1f · %.1f | %.0f · %.0f | %.0f · %.0f | %.0f · %.0f | %.0f · %.0f | %.3f | %.0f%% |",
                form.label(),
                titles.median / 1000,
                titles.worst / 1000,
                excerpts.median / 1000,
                excerpts.worst / 1000,
                requests.median,
                requests.worst,
                rounds.median,
                rounds.worst,
                milliseconds.median,
                milliseconds.worst,
                onPhone.median,
                onPhone.worst,
                first,
                100 * amongTen);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("form", form.label());
        json.put("queries", (double) queries);
        json.put("bytesUntilTenTitles", titles.json());
        json.put("bytesUntilFiveExcerpts", excerpts.json());
        json.put("bytesOfHeaders", headers.json());
        json.put("requests", requests.json());
        json.put("rounds", rounds.json());
        json.put("milliseconds", milliseconds.json());
        json.put("millisecondsOnPhone", onPhone.json());
        json.put("meanReciprocalRank", first);
        json.put("amongTen", amongTen);
        return json;
    }
}
