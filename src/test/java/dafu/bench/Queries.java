package dafu.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;

/**
 * Known items: queries of each form that a plain scan of the whole archive finds in one reply alone. A query is a
 * candidate first; every reply is then scanned for every candidate, and a candidate that fits a second reply is dropped.
 *
 * <p>Where a form makes a plain scan useless, this stands for it: with one word wrong, no reply holds the whole and one
 * alone holds all other words; with a lay word, no reply holds all that was typed, and one alone holds the other words
 * and has the topic whose synonym was typed.
 */
final class Queries {
    private final Corpus corpus;
    private final int perForm;

    /**
     * A query that may fit.
     *
     * @param parts what a reply holds that fits
     * @param never what no reply may hold, all of it together
     * @param topic the topic that a fitting reply has, or an empty text
     */
    private record Candidate(
            Form form,
            String typed,
            String cut,
            String source,
            List<String> parts,
            List<String> never,
            String topic,
            int[] pairs,
            int[] pairsOfNever,
            Set<String> found,
            Set<String> spoilers) {
        Candidate(Form form, String typed, String cut, String source, List<String> parts) {
            this(form, typed, cut, source, parts, List.of(), "");
        }

        Candidate(
                Form form,
                String typed,
                String cut,
                String source,
                List<String> parts,
                List<String> never,
                String topic) {
            this(
                    form,
                    typed,
                    cut,
                    source,
                    parts,
                    never,
                    topic,
                    pairsOf(parts),
                    pairsOf(never),
                    new ConcurrentSkipListSet<>(),
                    new ConcurrentSkipListSet<>());
        }

        boolean open() {
            return form == Form.PHRASE || found.size() < 2 && spoilers.isEmpty();
        }

        /** @param met the pairs of characters that the reply has: most candidates fail there, at little cost */
        void scan(Corpus.Reply reply, String all, BitSet met) {
            if (has(met, pairs)
                    && (topic.isEmpty() || reply.topics().stream().anyMatch(t -> t.id().equals(topic)))
                    && parts.stream().allMatch(all::contains)) {
                found.add(reply.id());
            }
            if (!never.isEmpty() && has(met, pairsOfNever) && never.stream().allMatch(all::contains)) {
                spoilers.add(reply.id());
            }
        }

        private static boolean has(BitSet met, int[] pairs) {
            for (int pair : pairs) {
                if (!met.get(pair)) {
                    return false;
                }
            }
            return true;
        }

        boolean fits() {
            return form == Form.PHRASE || found.equals(Set.of(source)) && spoilers.isEmpty();
        }
    }

    Queries(Corpus corpus, int perForm) {
        this.corpus = corpus;
        this.perForm = perForm;
    }

    /** As many queries of each form as asked for, or as many as there are. */
    Map<Form, List<Query>> find() {
        List<Candidate> candidates = new ArrayList<>();
        Random random = new Random(11);
        for (Form form : Form.values()) {
            for (int i = 0; i < perForm * candidates(form); i++) {
                candidates.add(candidate(form, corpus.reply(random.nextInt(corpus.size())), random));
            }
        }
        IntStream.range(0, corpus.size()).parallel().forEach(i -> {
            Corpus.Reply reply = corpus.reply(i);
            String all = reply.searchable();
            BitSet met = new BitSet(1 << 16);
            for (int pair : pairsOf(List.of(all))) {
                met.set(pair);
            }
            for (Candidate candidate : candidates) {
                if (candidate.open()) {
                    candidate.scan(reply, all, met);
                }
            }
        });
        Map<Form, List<Query>> queries = new EnumMap<>(Form.class);
        for (Form form : Form.values()) {
            queries.put(
                    form,
                    candidates.stream()
                            .filter(candidate -> candidate.form == form && candidate.fits())
                            .map(fit -> new Query(form, fit.typed, fit.cut, fit.found))
                            .distinct()
                            .limit(perForm)
                            .toList());
        }
        return queries;
    }

    /** The pairs of characters of some texts, as small numbers that several may share. */
    private static int[] pairsOf(List<String> texts) {
        return texts.stream()
                .flatMapToInt(text -> IntStream.range(1, text.length())
                        .map(i -> (text.charAt(i - 1) * 0x9E3B + text.charAt(i)) * 0x9E3779B1 >>> 16))
                .distinct()
                .toArray();
    }

    /**
     * How many candidates a query takes: few words of a matter fit one reply alone, and fewer the larger the archive; its
     * whole nearly always does.
     */
    private int candidates(Form form) {
        return switch (form) {
            case PHRASE -> 1;
            case MATTER -> 2;
            case NUMBER -> 4;
            case TYPO -> 12;
            case SENTENCE -> 10;
            case WORDS, BODY_TOPIC, LAY -> Math.min(400, Math.max(24, corpus.size() / 40));
        };
    }

    private Candidate candidate(Form form, Corpus.Reply reply, Random random) {
        List<String> matter = reply.matter();
        String whole = String.join("", matter);
        return switch (form) {
            case MATTER -> new Candidate(form, whole, Query.cut(matter), reply.id(), List.of(whole));
            case WORDS -> {
                List<String> some = some(matter, 2 + random.nextInt(2), random);
                yield new Candidate(form, Query.cut(some), Query.cut(some), reply.id(), some);
            }
            case TYPO -> {
                List<String> wrong = new ArrayList<>(matter);
                int at = 1 + random.nextInt(matter.size() - 1);
                wrong.set(
                        at, corpus.reply(random.nextInt(corpus.size())).matter().get(1));
                List<String> others = new ArrayList<>(matter);
                others.remove(at);
                String typed = String.join("", wrong);
                yield new Candidate(form, typed, Query.cut(wrong), reply.id(), others, List.of(typed), "");
            }
            case SENTENCE -> {
                List<String> clause =
                        reply.clauses().get(random.nextInt(reply.clauses().size()));
                String typed = String.join("", clause);
                yield new Candidate(form, typed, Query.cut(clause), reply.id(), List.of(typed));
            }
            case NUMBER -> number(reply, random);
            case BODY_TOPIC -> {
                Corpus.Topic topic = pick(reply.topics(), random);
                String name = topic.written();
                yield new Candidate(
                        form,
                        reply.body() + " " + name,
                        reply.body() + " " + Query.cut(topic.name()),
                        reply.id(),
                        List.of(reply.body(), name));
            }
            case LAY -> {
                Corpus.Topic topic = pick(reply.topics(), random);
                List<String> typed = new ArrayList<>(List.of(pick(topic.lay(), random)));
                List<String> some = some(matter.subList(1, matter.size()), 1 + random.nextInt(3), random);
                typed.addAll(some);
                yield new Candidate(form, Query.cut(typed), Query.cut(typed), reply.id(), some, typed, topic.id());
            }
            case PHRASE -> {
                String slice = slice(reply.text(), random);
                yield new Candidate(form, '"' + slice + '"', '"' + slice + '"', reply.id(), List.of(slice));
            }
        };
    }

    /** As people write it: in full, without the city, or with nothing but the digits. */
    private static Candidate number(Corpus.Reply reply, Random random) {
        List<String> session = reply.session();
        String meeting = String.join("", session.subList(1, session.size()));
        List<String> parts = switch (random.nextInt(3)) {
            case 0 -> List.of(String.join("", session) + "第" + reply.number() + "号");
            case 1 -> List.of(meeting, "第" + reply.number() + "号");
            default -> List.of(meeting, reply.number());
        };
        String number = parts.get(parts.size() - 1).endsWith("号") ? "第" + reply.number() + "号" : reply.number();
        List<String> cut = new ArrayList<>(parts.size() == 1 ? session : session.subList(1, session.size()));
        cut.add(number);
        return new Candidate(Form.NUMBER, Query.cut(parts), Query.cut(cut), reply.id(), parts);
    }

    /** Four to twelve characters, cut anywhere but across lines. */
    private static String slice(String text, Random random) {
        while (true) {
            int length = 4 + random.nextInt(9);
            int from = random.nextInt(text.length() - length);
            String slice = text.substring(from, from + length);
            if (slice.indexOf('\n') < 0
                    && slice.indexOf('#') < 0
                    && slice.strip().length() == length) {
                return slice;
            }
        }
    }

    private static List<String> some(List<String> words, int count, Random random) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, words.size()).boxed().toList());
        Collections.shuffle(places, random);
        return places.stream().limit(count).sorted().map(words::get).distinct().toList();
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
