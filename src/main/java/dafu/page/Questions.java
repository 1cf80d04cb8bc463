package dafu.page;

import dafu.model.Facet;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Settings;
import dafu.model.Site;
import dafu.model.Term;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the statistics ask of each reply: a line for a question. */
final class Questions {
    private final Site site;
    private final List<Question> questions = new ArrayList<>();
    private final Map<Term, Category> terms = new HashMap<>();

    /** How the rows of a figure relate to the replies. */
    enum Rows {
        /** Each reply is in one of them, and those that nobody names are shown too. */
        EVERY,
        /** Each reply is in one of them, so that they add up. */
        APART,
        /** A reply may be in several. */
        OVERLAPPING
    }

    /** What replies are counted under; its address is that of a listing, where there is one. */
    record Category(String id, String name, Optional<String> meaning, Optional<String> address) {
        Category(String id, String name) {
            this(id, name, Optional.empty(), Optional.empty());
        }
    }

    /** What is counted in a column; a reply names no category where it does not state it. */
    record Series(String id, Function<Reply, Stream<Category>> says) {}

    /**
     * One question.
     *
     * @param order the categories in their order; the others follow, the largest first
     * @param term the term that editors mean by a name
     */
    record Question(
            String id,
            String title,
            Rows rows,
            List<Category> order,
            List<Series> series,
            Function<String, Optional<Term>> term) {}

    Questions(Site site) {
        this.site = site;
        words("letters", List.of("answer", "superseded", "opinion", "withdrawn"), this::standing);
        facet(Facet.YEAR, Rows.APART, listed(Facet.YEAR), replies(Facet.YEAR));
        facet(Facet.SESSION, Rows.APART, listed(Facet.SESSION), replies(Facet.SESSION));
        facet(Facet.KIND, Rows.APART, List.of(), new Series("items", this::items), replies(Facet.KIND));
        Series lead = new Series("lead", reply -> of(Facet.BODY, reply));
        facet(Facet.BODY, Rows.OVERLAPPING, List.of(), lead, new Series("supporting", this::supporting));
        site.settings().outcomes().forEach(this::outcomes);
        ask("outcomes", Rows.APART, List.of(), this::undeclaredOutcome);
        List<String> extents =
                Stream.of(Metadata.Extent.values()).map(Metadata.Extent::id).toList();
        words("extent", extents, reply -> reply.metadata().extent().id());
        List<Category> months = months();
        ask(
                "days",
                Rows.EVERY,
                months,
                reply -> days(reply).stream()
                        .map(days -> months.get(month(reply.metadata().date(), days, months.size()))));
        rated("satisfaction-handling", Metadata.Satisfaction::handling);
        rated("satisfaction-result", Metadata.Satisfaction::result);
        facet(Facet.TOPIC, Rows.OVERLAPPING, List.of(), replies(Facet.TOPIC));
    }

    List<Question> all() {
        return questions;
    }

    /** What a letter is asked: of those that do not stand as an answer, just what they are. */
    List<Question> of(Reply reply) {
        return isAnswer(reply) ? questions : questions.subList(0, 1);
    }

    boolean isAnswer(Reply reply) {
        return standing(reply).equals("answer");
    }

    /** The days from assignment to reply, where it states both. */
    static Optional<Long> days(Reply reply) {
        LocalDate date = reply.metadata().date();
        return reply.metadata()
                .assigned()
                .filter(day -> !day.isAfter(date))
                .map(day -> ChronoUnit.DAYS.between(day, date));
    }

    /** The category that editors mean by a name. */
    Category named(Question question, String name) {
        return question.term
                .apply(name)
                .map(this::category)
                .or(() -> question.order.stream()
                        .filter(category -> category.id.equals(name) || category.name.equals(name))
                        .findFirst())
                .orElseGet(() -> new Category(name, name));
    }

    private void ask(String id, Rows rows, List<Category> order, Function<Reply, Stream<Category>> says) {
        ask(id, rows, order, List.of(new Series("replies", says)), name -> Optional.empty());
    }

    private void ask(
            String id, Rows rows, List<Category> order, List<Series> series, Function<String, Optional<Term>> term) {
        questions.add(new Question(id, site.say("statistics." + id), rows, order, series, term));
    }

    /** Which of a few things of a closed list is so. */
    private void words(String id, List<String> ids, Function<Reply, String> says) {
        Map<String, Category> words = new LinkedHashMap<>();
        ids.forEach(word -> words.put(word, new Category(word, site.say("statistics.is." + word))));
        ask(id, Rows.EVERY, List.copyOf(words.values()), reply -> Stream.of(words.get(says.apply(reply))));
    }

    private void facet(Facet facet, Rows rows, List<Category> order, Series... series) {
        ask(facet.folder(), rows, order, List.of(series), site.archive().names(facet)::find);
    }

    private List<Category> listed(Facet facet) {
        return site.archive().listings(facet).stream()
                .map(listing -> category(listing.term()))
                .toList();
    }

    private Series replies(Facet facet) {
        return new Series("replies", reply -> of(facet, reply));
    }

    /** The numbered items that a letter answers, which is what official figures count. */
    private Stream<Category> items(Reply reply) {
        int items = Math.max(1, reply.metadata().number().size());
        return of(Facet.KIND, reply).flatMap(kind -> Collections.nCopies(items, kind).stream());
    }

    private Stream<Category> supporting(Reply reply) {
        return reply.metadata().supportingBodies().stream()
                .map(site.archive().names(Facet.BODY)::term)
                .distinct()
                .map(this::category);
    }

    /** A scheme of outcome classes by itself, since a letter means something else in another. */
    private void outcomes(Settings.Scheme scheme) {
        Function<String, Optional<Term>> term =
                code -> site.archive().names(Facet.OUTCOME).find(scheme.scheme() + "/" + code);
        List<Category> classes = scheme.classes().stream()
                .flatMap(outcome -> term.apply(outcome.code()).stream())
                .map(this::category)
                .toList();
        Series replies = new Series("replies", reply -> of(Facet.OUTCOME, reply).filter(classes::contains));
        String title = site.say("statistics.outcomes-in", scheme.name().orElse(scheme.scheme()));
        String id = "outcomes-" + scheme.scheme();
        questions.add(new Question(id, title, Rows.EVERY, classes, List.of(replies), term));
    }

    private Stream<Category> undeclaredOutcome(Reply reply) {
        return site.archive().terms(Facet.OUTCOME, reply).stream()
                .filter(term -> !term.declared())
                .map(this::category);
    }

    private void rated(String id, Function<Metadata.Satisfaction, Optional<String>> axis) {
        ask(
                id,
                Rows.APART,
                List.of(),
                reply -> reply.metadata().satisfaction().flatMap(axis).stream().map(said -> new Category(said, said)));
    }

    private Stream<Category> of(Facet facet, Reply reply) {
        return site.archive().terms(facet, reply).stream().map(this::category);
    }

    private Category category(Term term) {
        return terms.computeIfAbsent(term, t -> {
            Optional<String> address = site.archive().listing(t).map(listing -> t.address());
            return new Category(t.id(), site.name(t), t.meaning(), address);
        });
    }

    /** What became of a letter: one that a later one replaces would be counted twice. */
    private String standing(Reply reply) {
        if (reply.isWithdrawn() || reply.isOpinion()) {
            return reply.isWithdrawn() ? "withdrawn" : "opinion";
        }
        return site.archive().supersededBy(reply).isEmpty() ? "answer" : "superseded";
    }

    /** A row for each month until the limit and three more, and one for what took longer. */
    private List<Category> months() {
        int limit = site.settings().monthsToReply();
        return IntStream.rangeClosed(1, limit + 4)
                .mapToObj(month -> new Category(
                        String.valueOf(month),
                        month == limit + 4
                                ? site.say("statistics.months-over", month - 1)
                                : site.say("statistics.months", month - 1, month),
                        Optional.of(site.say("statistics.late")).filter(late -> month > limit),
                        Optional.empty()))
                .toList();
    }

    private static int month(LocalDate to, long days, int most) {
        LocalDate from = to.minusDays(days);
        int month = 0;
        while (month < most - 1 && to.isAfter(from.plusMonths(month + 1))) {
            month++;
        }
        return month;
    }
}
