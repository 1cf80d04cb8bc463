package dafu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;

/**
 * An invented archive of any size: replies of about 2,000 characters (6 KB), made of words by their real frequency, each
 * about a matter of its own. The same number gives the same bytes, and each reply is independent of all others.
 */
final class Corpus {
    private static final int BODIES = 200;
    private static final int PROPOSERS = 500;
    private static final int TOPICS = 80;
    private static final int TOPIC_WORDS = 60;
    private static final int OWN_WORDS = 8;
    private static final int YEARS = 20;
    private static final int FIRST_YEAR = 2005;
    private static final int CHARACTERS = 1_850;
    private static final String[] OPENERS = {"加强", "推进", "完善", "支持", "规范", "加快", "优化", "促进"};
    private static final String[] NOUNS = {"工作", "建设", "管理", "发展", "服务", "机制", "水平", "问题"};
    private static final String[] LATIN = {"5G", "GDP", "PPP", "APP", "PM2.5", "WiFi", "CT", "LED"};
    private static final String[] TERMS = {"十", "十一", "十二", "十三", "十四"};
    private static final String NUMERALS = "一二三四五六七八九";

    private final Words words;
    private final Prose prose;
    private final int size;
    private final List<String> bodies = new ArrayList<>();
    private final List<String> proposers = new ArrayList<>();
    private final List<Topic> topics = new ArrayList<>();

    /**
     * A topic as archive.yml declares it.
     *
     * @param name two words
     * @param lay what people say instead
     * @param ranks the words of its texts
     */
    record Topic(String id, List<String> name, List<String> lay, List<Integer> ranks) {
        String written() {
            return String.join("", name);
        }
    }

    /**
     * One reply, before it is written in the form of a generator.
     *
     * @param matter the words of the matter
     * @param session its words
     * @param clauses those of its text, in words
     */
    record Reply(
            String id,
            String title,
            List<String> matter,
            List<String> session,
            String number,
            String kind,
            String body,
            String proposer,
            List<Topic> topics,
            String outcome,
            LocalDate date,
            String text,
            List<List<String>> clauses) {
        String proposal() {
            return "关于" + String.join("", matter) + (kind.equals("proposal") ? "的提案" : "的建议");
        }

        /** All that a search may find, a field or a paragraph a line. */
        String searchable() {
            StringBuilder all = new StringBuilder();
            all.append(title).append('\n').append(proposal()).append('\n').append(proposer);
            all.append('\n').append(body).append('\n').append(String.join("", session));
            all.append('\n').append(number).append('\n');
            topics.forEach(topic -> all.append(topic.written()).append('\n'));
            return all.append(text).toString();
        }
    }

    Corpus(Words words, int size) {
        this.words = words;
        this.prose = new Prose(words);
        this.size = size;
        Random random = new Random(7);
        for (int i = 0; i < BODIES; i++) {
            bodies.add("示例市" + content(random) + (i % 3 == 0 ? "委员会" : "局"));
        }
        for (int i = 0; i < PROPOSERS; i++) {
            proposers.add("示例市" + content(random) + "界");
        }
        for (int i = 0; i < TOPICS; i++) {
            List<Integer> ranks = new ArrayList<>();
            for (int j = 0; j < TOPIC_WORDS; j++) {
                ranks.add(words.drawContent(random));
            }
            topics.add(new Topic(
                    "topic-" + i,
                    List.of(content(random), content(random)),
                    List.of(content(random), content(random) + content(random)),
                    List.copyOf(ranks)));
        }
    }

    private String content(Random random) {
        return words.word(words.drawContent(random));
    }

    int size() {
        return size;
    }

    List<Topic> topics() {
        return topics;
    }

    /** The reply of a position. */
    Reply reply(int position) {
        Random random = new Random(position * 7919L + 13);
        int year = FIRST_YEAR + (int) ((long) position * YEARS / size);
        Topic topic = topics.get(random.nextInt(TOPICS));
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < OWN_WORDS; i++) {
            double skewed = random.nextDouble();
            own.add(topic.ranks.get((int) (TOPIC_WORDS * skewed * skewed)));
        }
        boolean proposal = random.nextInt(10) < 7;
        List<String> session = List.of(
                "示例市" + (proposal ? "政协" : ""),
                TERMS[(year - FIRST_YEAR) / 5] + "届",
                (proposal ? "" : "人大") + NUMERALS.charAt((year - FIRST_YEAR) % 5) + "次",
                "会议");
        int perYear = Math.max(1, size / YEARS);
        String number = String.format(Locale.ROOT, perYear < 1000 ? "%03d" : "%04d", 1 + position % perYear);
        List<String> matter = List.of(
                pick(random, OPENERS),
                words.word(own.get(0)),
                words.word(words.drawAfter(own.get(0), random)),
                pick(random, NOUNS),
                pick(random, OPENERS),
                words.word(own.get(1)),
                pick(random, NOUNS));
        List<List<String>> clauses = new ArrayList<>();
        String kind = proposal ? "proposal" : "suggestion";
        String text = "贵委提出的《关于" + String.join("", matter) + (proposal ? "的提案" : "的建议") + "》收悉。经研究，现答复如下：\n\n"
                + text(random, own, clauses);
        return new Reply(
                String.format(Locale.ROOT, "replies/%d/%02d/r%07d", year, position % 50, position),
                "对" + String.join("", session) + "第" + number + "号" + (proposal ? "提案" : "建议") + "的答复",
                matter,
                session,
                number,
                kind,
                bodies.get(random.nextInt(BODIES)),
                proposers.get(random.nextInt(PROPOSERS)),
                List.of(topic, topics.get(random.nextInt(TOPICS))).stream()
                        .distinct()
                        .toList(),
                pick(random, "A", "A", "B", "B", "C"),
                LocalDate.of(year, 4 + random.nextInt(7), 1 + random.nextInt(28)),
                text,
                clauses);
    }

    private String text(Random random, List<Integer> own, List<List<String>> clauses) {
        StringBuilder text = new StringBuilder();
        for (int section = 0; section < 4; section++) {
            int heading = own.get(random.nextInt(OWN_WORDS));
            text.append("## ").append(NUMERALS.charAt(section)).append("、");
            text.append(pick(random, OPENERS)).append(words.word(heading)).append(pick(random, NOUNS));
            while (text.length() < CHARACTERS * (section + 1) / 4) {
                text.append("\n\n");
                for (int sentence = 0; sentence < 4; sentence++) {
                    int length = 1 + random.nextInt(4);
                    for (int i = 0; i < length; i++) {
                        List<String> clause = prose.clause(random, own);
                        clauses.add(clause);
                        text.append(String.join("", clause)).append(random.nextInt(14) == 0 ? figure(random) : "");
                        text.append(i == length - 1 ? "。" : "，");
                    }
                }
            }
            text.append("\n\n");
        }
        return text.append("感谢贵委对我们工作的关心和支持。\n").toString();
    }

    private static String figure(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> pick(random, LATIN);
            case 1 -> "〔" + (2000 + random.nextInt(25)) + "〕" + (1 + random.nextInt(300)) + "号";
            case 2 -> random.nextInt(100) + "." + random.nextInt(10) + "%";
            default -> random.nextInt(3000) + "个";
        };
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    /** Writes the archive as Dafu reads it. */
    void writeContent(Path folder) throws IOException {
        StringBuilder settings = new StringBuilder("title: 示例市答复档案\n\ntopics:\n");
        for (Topic topic : topics) {
            settings.append("  - {id: %s, name: %s, synonyms: [%s]}\n"
                    .formatted(topic.id, topic.written(), String.join(", ", topic.lay)));
        }
        // In order of time, as an editor would list them.
        TreeMap<Integer, String> sessions = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            Reply reply = reply(i);
            sessions.put(
                    reply.date.getYear() * 2 + (reply.kind.equals("proposal") ? 0 : 1), String.join("", reply.session));
            write(
                    folder.resolve(reply.id + ".md"),
                    """
                    ---
                    title: %s
                    kind: %s
                    session: %s
                    number: "%s"
                    proposal-title: %s
                    proposers: [%s]
                    answering-body: %s
                    date: %s
                    outcome: %s
                    topics: [%s]
                    summary: %s的情况
                    ---

                    """.formatted(
                                            reply.title,
                                            reply.kind,
                                            String.join("", reply.session),
                                            reply.number,
                                            reply.proposal(),
                                            reply.proposer,
                                            reply.body,
                                            reply.date,
                                            reply.outcome,
                                            String.join(
                                                    ", ",
                                                    reply.topics.stream()
                                                            .map(Topic::written)
                                                            .toList()),
                                            String.join("", reply.matter))
                            + reply.text);
        }
        settings.append("\nsessions:\n");
        sessions.forEach((when, name) -> settings.append("  - {id: session-%d, name: %s}\n".formatted(when, name)));
        write(folder.resolve("archive.yml"), settings.toString());
    }

    /** Writes the same replies as Hugo reads them. */
    void writeHugo(Path folder) throws IOException {
        for (int i = 0; i < size; i++) {
            Reply reply = reply(i);
            write(
                    folder.resolve(reply.id + ".md"),
                    """
                    ---
                    title: "%s"
                    matter: "%s"
                    kinds: ["%s"]
                    sessions: ["%s"]
                    number: "%s"
                    proposers: ["%s"]
                    bodies: ["%s"]
                    date: %s
                    outcomes: [%s]
                    topics: ["%s"]
                    years: ["%d"]
                    summary: "%s的情况"
                    ---

                    """.formatted(
                                            reply.title,
                                            String.join("", reply.matter),
                                            reply.kind,
                                            String.join("", reply.session),
                                            reply.number,
                                            reply.proposer,
                                            reply.body,
                                            reply.date,
                                            reply.outcome,
                                            String.join(
                                                    "\", \"",
                                                    reply.topics.stream()
                                                            .map(Topic::written)
                                                            .toList()),
                                            reply.date.getYear(),
                                            String.join("", reply.matter))
                            + reply.text);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
