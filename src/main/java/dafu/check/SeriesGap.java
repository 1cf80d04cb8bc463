package dafu.check;

import dafu.model.Archive;
import dafu.model.Archive.Identity;
import dafu.model.Reply;
import dafu.text.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers that an archive lacks although it has most of their session. An archive that holds a part of a session, as
 * most do, says nothing by what it lacks.
 */
final class SeriesGap implements CatalogueRule {
    private static final int FEWEST = 10;
    private static final int SHOWN = 12;
    /** How much of a series must be there, in percent. */
    private static final int MOST = 80;

    @Override
    public void check(Archive archive, Findings found) {
        Map<Identity, TreeMap<Integer, Reply>> series =
                new TreeMap<>(java.util.Comparator.comparing(Identity::session).thenComparing(Identity::kind));
        for (Reply reply : archive.replies()) {
            archive.identities(reply)
                    .filter(identity -> identity.number().matches("\\d{1,9}"))
                    .forEach(identity -> series.computeIfAbsent(identity, i -> new TreeMap<>())
                            .putIfAbsent(Integer.parseInt(identity.number()), reply));
        }
        series.values().stream().filter(numbers -> numbers.size() >= FEWEST).forEach(numbers -> check(numbers, found));
    }

    private static void check(TreeMap<Integer, Reply> numbers, Findings found) {
        int last = numbers.lastKey();
        int first = numbers.size() * 100L >= (long) last * MOST ? 1 : numbers.firstKey();
        if (numbers.size() * 100L < (last - (long) first + 1) * MOST) {
            return;
        }
        List<Integer> gaps = IntStream.range(first, last)
                .filter(number -> !numbers.containsKey(number))
                .boxed()
                .toList();
        if (!gaps.isEmpty()) {
            String shown = gaps.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining("、"))
                    + (gaps.size() > SHOWN ? "…" : "");
            found.add(
                    "series-gap",
                    numbers.higherEntry(gaps.get(0)).getValue().at("number"),
                    Message.of(
                            "这次会议的编号到 %s，本档案中没有 %s（共 %s 号）",
                            "the numbers of this session run to %s; not in this archive: %s (%s in all)",
                            last,
                            shown,
                            gaps.size()),
                    Message.of("找到的补上；不归本档案的不必理会", "add those that you find; leave what does not belong here"));
        }
    }
}
