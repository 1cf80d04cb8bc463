package dafu.page;

import dafu.model.Facet;
import dafu.model.Listing;
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
    private static final String LETTERS = "letters";

    private final Site site;
    private final List<Question> questions = new ArrayList<>();
    private final Map<Term, Category> terms = new HashMap<>();
    private final Map<String, Category> standings = new LinkedHashMap<>();

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
    record Category(String id, String name, Optional<String> meaning, Optional<String> address) {}

    /**
     * One question.
     *
     * @param order the categories in their order; the others follow, the largest first
     * @param series what is counted beside each other; a reply names no category where it does not state it
     * @param term the term that editors mean by a name
     */
    record Question(
            String id,
            Rows rows,
            List<Category> order,
            Map<String, Function<Reply, Stream<Category>>> series,
            Function<String, Optional<Term>> term) {}

    Questions(Site site) {
        this.site = site;
        for (Facet facet : Facet.values()) {
            site.archive().listings(facet).forEach(listing -> category(listing.term(), Optional.of(listing)));
        }
        List.of("answer", "superseded", "opinion", "withdrawn").forEach(id -> standings.put(id, word(id)));
        ask(LETTERS, Rows.EVERY, List.copyOf(standings.values()), reply -> Stream.of(standing(reply)));
        facet("years", Rows.APART, Facet.YEAR);
        facet("sessions", Rows.APART, Facet.SESSION);
        kinds();
        bodies();
        site.settings().outcomes().forEach(this::outcomes);
        ask(
                "outcomes",
                Rows.APART,
                List.of(),
                reply -> of(Facet.OUTCOME, reply)
                        .filter(outcome -> !site.term(
                                        Facet.OUTCOME,
                                        reply.metadata().outcome().orElseThrow())
                                .declared()));
        List<Category> extents = Stream.of(Metadata.Extent.values())
                .map(extent -> word(extent.id()))
                .toList();
        ask(
                "extent",
                Rows.EVERY,
                extents,
                reply -> Stream.of(extents.get(reply.metadata().extent().ordinal())));
        List<Category> months = months();
        ask(
                "days",
                Rows.EVERY,
                months,
                reply -> days(reply).stream()
                        .map(days -> months.get(month(reply.metadata().date(), days, months.size()))));
        rated("satisfaction-handling", Metadata.Satisfaction::handling);
        rated("satisfaction-result", Metadata.Satisfaction::result);
        facet("topics", Rows.OVERLAPPING, Facet.TOPIC);
    }

    List<Question> all() {
        return questions;
    }

    /** What a letter is asked: of those that do not stand as an answer, just what they are. */
    List<Question> of(Reply reply) {
        return isAnswer(reply) ? questions : questions.subList(0, 1);
    }

    boolean isAnswer(Reply reply) {
        return standing(reply).id.equals("answer");
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
                .orElseGet(() -> new Category(name, name, Optional.empty(), Optional.empty()));
    }

    private void ask(String id, Rows rows, List<Category> order, Function<Reply, Stream<Category>> says) {
        questions.add(new Question(id, rows, order, Map.of("replies", says), name -> Optional.empty()));
    }

    private void facet(String id, Rows rows, Facet facet) {
        List<Category> order = facet == Facet.TOPIC
                ? List.of()
                : site.archive().listings(facet).stream()
                        .map(Listing::term)
                        .map(this::category)
                        .toList();
        Map<String, Function<Reply, Stream<Category>>> says = Map.of("replies", reply -> of(facet, reply));
        questions.add(new Question(id, rows, order, says, site.archive().names(facet)::find));
    }

    /** Letters, and the numbered items that they answer, which is what official figures count. */
    private void kinds() {
        Map<String, Function<Reply, Stream<Category>>> says = new LinkedHashMap<>();
        says.put(
                "items",
                reply -> of(Facet.KIND, reply)
                        .flatMap(kind ->
                                Collections.nCopies(
                                        Math.max(1, reply.metadata().number().size()), kind)
                                        .stream()));
        says.put("replies", reply -> of(Facet.KIND, reply));
        questions.add(new Question(
                "kinds", Rows.APART, List.of(), says, site.archive().names(Facet.KIND)::find));
    }

    private void bodies() {
        Map<String, Function<Reply, Stream<Category>>> says = new LinkedHashMap<>();
        says.put("lead", reply -> of(Facet.BODY, reply));
        says.put(
                "supporting",
                reply -> reply.metadata().supportingBodies().stream()
                        .map(site.archive().names(Facet.BODY)::term)
                        .distinct()
                        .map(this::category));
        questions.add(new Question(
                "bodies", Rows.OVERLAPPING, List.of(), says, site.archive().names(Facet.BODY)::find));
    }

    /** A scheme of outcome classes by itself, since a letter means something else in another. */
    private void outcomes(Settings.Scheme scheme) {
        Function<String, Optional<Term>> term =
                code -> site.archive().names(Facet.OUTCOME).find(scheme.scheme() + "/" + code);
        List<Category> classes = scheme.classes().stream()
                .flatMap(outcome -> term.apply(outcome.code()).stream())
                .map(this::category)
                .toList();
        Map<String, Function<Reply, Stream<Category>>> says =
                Map.of("replies", reply -> of(Facet.OUTCOME, reply).filter(classes::contains));
        questions.add(new Question("outcomes-" + scheme.scheme(), Rows.EVERY, classes, says, term));
    }

    private void rated(String id, Function<Metadata.Satisfaction, Optional<String>> axis) {
        ask(
                id,
                Rows.APART,
                List.of(),
                reply -> reply.metadata().satisfaction().flatMap(axis).stream()
                        .map(said -> new Category(said, said, Optional.empty(), Optional.empty())));
    }

    private Stream<Category> of(Facet facet, Reply reply) {
        return site.archive().terms(facet, reply).stream().map(this::category);
    }

    private Category category(Term term) {
        return category(term, Optional.empty());
    }

    private Category category(Term term, Optional<Listing> listing) {
        return terms.computeIfAbsent(
                term, t -> new Category(t.id(), site.name(t), t.meaning(), listing.map(l -> t.address())));
    }

    private Category word(String id) {
        return new Category(id, site.say("statistics.is." + id), Optional.empty(), Optional.empty());
    }

    /** What became of a letter: one that a later one replaces would be counted twice. */
    private Category standing(Reply reply) {
        return standings.get(
                reply.isWithdrawn()
                        ? "withdrawn"
                        : reply.isOpinion()
                                ? "opinion"
                                : site.archive().supersededBy(reply).isEmpty() ? "answer" : "superseded");
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
        return IntStream.range(0, most - 1)
                .filter(month -> !to.isAfter(from.plusMonths(month + 1)))
                .findFirst()
                .orElse(most - 1);
    }
}
