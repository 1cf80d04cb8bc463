package dafu.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The replies of one session and kind, by their numbers. What it lacks is not in this archive; whether it was answered,
 * or ever filed, nobody can tell from here.
 *
 * @param session the session's name; empty for replies that name none
 * @param kind the kind's term; empty for replies that name none
 * @param gaps runs of numbers between the lowest and the highest of a numbering that no reply here has
 * @param duplicates replies of one body to one number, none of which says that it follows or supersedes another
 */
public record Series(
        String session, List<Term> kind, List<Reply> replies, List<Gap> gaps, List<List<Reply>> duplicates) {
    /** 058, DH0271 and 教育类410 are each of a numbering of their own; what has two numbers in it is of none. */
    private static final Pattern NUMBER = Pattern.compile("(\\D*)(\\d{1,15})(\\D*)");

    /** A run of absent numbers, written as their neighbours are. */
    public record Gap(String first, String last, long count) {}

    /** All series of an archive: sessions in their order, within one kinds by their ids. */
    public static List<Series> of(Archive archive) {
        List<Series> all = new ArrayList<>();
        for (Listing session : archive.listings(Facet.SESSION)) {
            Stream<Reply> replies = IntStream.of(session.members()).mapToObj(archive.replies()::get);
            add(archive, session.term().name(), replies, all);
        }
        add(
                archive,
                "",
                archive.replies().stream()
                        .filter(reply -> reply.metadata().session().isEmpty()),
                all);
        return all;
    }

    private static void add(Archive archive, String session, Stream<Reply> replies, List<Series> all) {
        archive.byKind(replies)
                .forEach(members -> all.add(new Series(
                        session,
                        archive.terms(Facet.KIND, members.get(0)),
                        members,
                        session.isEmpty() ? List.of() : gaps(members),
                        session.isEmpty() ? List.of() : duplicates(archive, members))));
    }

    private static List<Gap> gaps(List<Reply> members) {
        Map<String, TreeMap<Long, Matcher>> numberings = new TreeMap<>();
        for (Reply reply : members) {
            for (String number : reply.metadata().number()) {
                Matcher parts = NUMBER.matcher(number);
                if (parts.matches()) {
                    numberings
                            .computeIfAbsent(parts.group(1) + " " + parts.group(3), n -> new TreeMap<>())
                            .put(Long.parseLong(parts.group(2)), parts);
                }
            }
        }
        List<Gap> gaps = new ArrayList<>();
        for (TreeMap<Long, Matcher> held : numberings.values()) {
            long before = held.firstKey();
            for (long number : held.keySet()) {
                if (number > before + 1) {
                    Matcher like = held.get(before);
                    gaps.add(new Gap(written(like, before + 1), written(like, number - 1), number - before - 1));
                }
                before = number;
            }
        }
        return gaps;
    }

    private static String written(Matcher like, long number) {
        String digits = String.valueOf(number);
        String zeros = "0".repeat(Math.max(0, like.group(2).length() - digits.length()));
        return like.group(1) + zeros + digits + like.group(3);
    }

    private static List<List<Reply>> duplicates(Archive archive, List<Reply> members) {
        Function<Reply, String> body = reply ->
                archive.names(Facet.BODY).term(reply.metadata().answeringBody()).id();
        Map<String, List<Reply>> byNumber = new LinkedHashMap<>();
        members.stream()
                .filter(reply -> !reply.isOpinion() && !reply.isWithdrawn())
                .filter(reply -> reply.metadata().follows().isEmpty()
                        && reply.metadata().supersedes().isEmpty())
                .forEach(reply -> reply.metadata()
                        .number()
                        .forEach(number -> byNumber.computeIfAbsent(
                                        number + " " + body.apply(reply), n -> new ArrayList<>())
                                .add(reply)));
        Collection<List<Reply>> groups = byNumber.values();
        return groups.stream().filter(group -> group.size() > 1).distinct().toList();
    }
}
