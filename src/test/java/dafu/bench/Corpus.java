package dafu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * An invented archive of any size: replies of about 2,000 characters (6 KB), made of words by their real frequency, each
 * about a topic of its own. The same number and seed give the same bytes.
 */
final class Corpus {
    private static final int BODIES = 200;
    private static final int PROPOSERS = 500;
    private static final int TOPICS = 80;
    private static final int TOPIC_WORDS = 300;
    private static final int YEARS = 20;
    private static final String[] OPENERS = {"加强", "推进", "完善", "支持", "规范", "加快", "优化", "促进"};
    private static final String NUMERALS = "一二三四五六七八九";

    private final Words words;
    private final int size;
    private final List<String> bodies = new ArrayList<>();
    private final List<String> proposers = new ArrayList<>();
    private final List<List<String>> topics = new ArrayList<>();

    /**
     * One reply, before it is written in the form of a generator.
     *
     * @param sentence a sentence that stands in its text
     */
    record Reply(
            String id,
            String title,
            String matter,
            String session,
            String number,
            String body,
            String proposer,
            List<String> topics,
            String outcome,
            LocalDate date,
            String text,
            String sentence) {}

    Corpus(Words words, int size) {
        this.words = words;
        this.size = size;
        Random random = new Random(7);
        for (int i = 0; i < BODIES; i++) {
            bodies.add("示例市" + words.drawContent(random) + (i % 3 == 0 ? "委员会" : "局"));
        }
        for (int i = 0; i < PROPOSERS; i++) {
            proposers.add("示例市" + words.drawContent(random) + "界");
        }
        for (int i = 0; i < TOPICS; i++) {
            List<String> own = new ArrayList<>();
            for (int j = 0; j < TOPIC_WORDS; j++) {
                own.add(words.drawContent(random));
            }
            topics.add(own);
        }
    }

    int size() {
        return size;
    }

    /** The reply of a position; independent of all others. */
    Reply reply(int position) {
        Random random = new Random(position * 7919L + 13);
        int year = 2005 + (int) ((long) position * YEARS / size);
        int topic = random.nextInt(TOPICS);
        List<String> own = topics.get(topic);
        String matter = pick(random, OPENERS) + own.get(random.nextInt(TOPIC_WORDS)) + words.drawContent(random)
                + own.get(random.nextInt(TOPIC_WORDS)) + words.drawContent(random) + "工作";
        int perYear = Math.max(1, size / YEARS);
        String number = String.format(Locale.ROOT, "%04d", 1 + position % perYear);
        String session = "示例市政协" + (year - 1990) / 5 + "届" + (1 + year % 5) + "次会议";
        LocalDate date = LocalDate.of(year, 4 + random.nextInt(7), 1 + random.nextInt(28));
        List<String> sentences = new ArrayList<>();
        String text = text(random, own, sentences);
        return new Reply(
                String.format(Locale.ROOT, "replies/%d/%02d/r%07d", year, position % 50, position),
                "对" + session + "第" + number + "号提案的答复",
                matter,
                session,
                number,
                bodies.get(random.nextInt(BODIES)),
                proposers.get(random.nextInt(PROPOSERS)),
                List.of(
                        "主题" + own.get(0),
                        "主题" + topics.get(random.nextInt(TOPICS)).get(0)),
                pick(random, "A", "A", "B", "B", "C"),
                date,
                text,
                sentences.get(sentences.size() / 2));
    }

    private String text(Random random, List<String> own, List<String> sentences) {
        StringBuilder text = new StringBuilder("贵委提出的提案收悉。经研究，现答复如下：\n\n");
        for (int section = 0; section < 4; section++) {
            text.append("## ").append(NUMERALS.charAt(section)).append("、关于");
            text.append(own.get(random.nextInt(TOPIC_WORDS)))
                    .append(words.drawContent(random))
                    .append("\n\n");
            for (int paragraph = 0; paragraph < 3; paragraph++) {
                for (int i = 0; i < 4; i++) {
                    String sentence = sentence(random, own);
                    sentences.add(sentence);
                    text.append(sentence).append("。");
                }
                text.append("\n\n");
            }
        }
        return text.append("感谢贵委对我们工作的关心和支持。\n").toString();
    }

    private String sentence(Random random, List<String> own) {
        StringBuilder sentence = new StringBuilder();
        int length = 12 + random.nextInt(16);
        for (int i = 0; i < length; i++) {
            sentence.append(random.nextInt(5) == 0 ? own.get(random.nextInt(TOPIC_WORDS)) : words.draw(random));
            if (i > 3 && i < length - 3 && random.nextInt(7) == 0) {
                sentence.append(random.nextInt(6) == 0 ? random.nextInt(3000) + "个，" : "，");
            }
        }
        return sentence.toString();
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    /** Writes the archive as Dafu reads it. */
    void writeContent(Path folder) throws IOException {
        for (int i = 0; i < size; i++) {
            Reply reply = reply(i);
            write(
                    folder.resolve(reply.id + ".md"),
                    """
                    ---
                    title: %s
                    kind: proposal
                    session: %s
                    number: "%s"
                    proposal-title: 关于%s的提案
                    proposers: [%s]
                    answering-body: %s
                    date: %s
                    outcome: %s
                    topics: [%s]
                    summary: %s
                    ---

                    """.formatted(
                                            reply.title,
                                            reply.session,
                                            reply.number,
                                            reply.matter,
                                            reply.proposer,
                                            reply.body,
                                            reply.date,
                                            reply.outcome,
                                            String.join(", ", reply.topics),
                                            reply.matter + "的情况")
                            + reply.text);
        }
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
                    kinds: [proposal]
                    sessions: ["%s"]
                    number: "%s"
                    proposers: ["%s"]
                    bodies: ["%s"]
                    date: %s
                    outcomes: [%s]
                    topics: ["%s"]
                    years: ["%d"]
                    summary: "%s"
                    ---

                    """.formatted(
                                            reply.title,
                                            reply.matter,
                                            reply.session,
                                            reply.number,
                                            reply.proposer,
                                            reply.body,
                                            reply.date,
                                            reply.outcome,
                                            String.join("\", \"", reply.topics),
                                            reply.date.getYear(),
                                            reply.matter + "的情况")
                            + reply.text);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
