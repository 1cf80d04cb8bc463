package dafu.report;

import dafu.model.Archive;
import dafu.model.Reply;
import dafu.model.Series;
import dafu.text.Message;
import dafu.text.Message.Language;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What each session's series lacks: numbers that are not in this archive, numbers that stand twice, outcomes and sources
 * that are not given, replies that came late. A number that is absent is never called unanswered.
 *
 * @param overview how many there are of each, a row for each session and kind
 * @param details all of them, a row each
 */
public record SeriesReport(Table overview, Table details) {
    private enum Item {
        GAP("缺号（本档案未收录）", "gap (not in this archive)"),
        DUPLICATE("重号", "duplicate"),
        OUTCOME("未写办理结果", "no outcome"),
        LATE("逾期", "late"),
        SOURCE("未写来源", "no source");

        private final Message words;

        Item(String zh, String en) {
            words = Message.of(zh, en);
        }
    }

    private record Finding(Item item, String number, Message note, String file, long count) {
        static Finding of(Item item, Reply reply, Message note) {
            return new Finding(item, String.join("、", reply.metadata().number()), note, reply.path(), 1);
        }
    }

    public static SeriesReport of(Archive archive, Language language) {
        Table overview = new Table(
                language,
                "届次、类型、件数、缺号、重号、未写结果、逾期、未写交办日期、未写来源",
                "session, kind, replies, gaps, duplicates, no outcome, late, not dated, no source");
        Table details = new Table(language, "届次、类型、项目、编号、说明、文件", "session, kind, item, number, note, file");
        for (Series series : Series.of(archive)) {
            Object session = series.session().isEmpty() ? Message.of("（未写届次）", "(none)") : series.session();
            Message kind = series.kind().stream()
                    .map(term -> Message.of(term.name(), term.id()))
                    .findFirst()
                    .orElse(Message.of("（未写类型）", "(none)"));
            List<Finding> findings = findings(series, archive.settings().monthsToReply());
            overview.add(
                    session,
                    kind,
                    series.replies().size(),
                    count(findings, Item.GAP),
                    count(findings, Item.DUPLICATE),
                    count(findings, Item.OUTCOME),
                    count(findings, Item.LATE),
                    series.replies().stream()
                            .filter(reply -> !reply.isOpinion()
                                    && reply.metadata().assigned().isEmpty())
                            .count(),
                    count(findings, Item.SOURCE));
            findings.forEach(finding ->
                    details.add(session, kind, finding.item.words, finding.number, finding.note, finding.file));
        }
        return new SeriesReport(overview, details);
    }

    private static long count(List<Finding> findings, Item item) {
        return findings.stream().mapToLong(it -> it.item == item ? it.count : 0).sum();
    }

    private static List<Finding> findings(Series series, int months) {
        List<Finding> found = new ArrayList<>();
        series.gaps()
                .forEach(gap -> found.add(new Finding(
                        Item.GAP,
                        gap.count() == 1 ? gap.first() : gap.first() + "–" + gap.last(),
                        Message.of("本档案未收录，共 %d 个编号", "not in this archive, %d in all", gap.count()),
                        "",
                        gap.count())));
        series.duplicates()
                .forEach(group ->
                        group.forEach(reply -> found.add(Finding.of(Item.DUPLICATE, reply, sameAs(group, reply)))));
        List<Reply> answers =
                series.replies().stream().filter(reply -> !reply.isOpinion()).toList();
        answers.stream()
                .filter(reply -> reply.metadata().outcome().isEmpty())
                .forEach(reply ->
                        found.add(Finding.of(Item.OUTCOME, reply, Message.of("写上 outcome（办理结果）", "give the outcome"))));
        answers.forEach(reply -> late(reply, months).ifPresent(note -> found.add(Finding.of(Item.LATE, reply, note))));
        series.replies().stream()
                .filter(reply -> !hasSource(reply))
                .forEach(reply -> found.add(Finding.of(
                        Item.SOURCE,
                        reply,
                        Message.of("写上 source（来源）的 url", "give source.url, where the original stands"))));
        return found;
    }

    private static Message sameAs(List<Reply> group, Reply reply) {
        String others =
                group.stream().filter(other -> other != reply).map(Reply::id).collect(Collectors.joining(", "));
        return Message.of("与 %s 编号、单位相同", "same number and body as %s", others);
    }

    private static Optional<Message> late(Reply reply, int months) {
        LocalDate date = reply.metadata().date();
        return reply.metadata()
                .assigned()
                .filter(assigned -> date.isAfter(assigned.plusMonths(months)))
                .map(assigned -> Message.of(
                        "%s 交办，%s 答复，用了 %d 天，超过期限 %d 天",
                        "assigned %s, answered %s: %d days, %d over the limit",
                        assigned,
                        date,
                        ChronoUnit.DAYS.between(assigned, date),
                        ChronoUnit.DAYS.between(assigned.plusMonths(months), date)));
    }

    private static boolean hasSource(Reply reply) {
        return reply.metadata()
                .source()
                .filter(source -> source.url().isPresent() || source.archived().isPresent())
                .isPresent();
    }
}
