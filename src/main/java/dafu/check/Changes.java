package dafu.check;

import dafu.model.Archive;
import dafu.model.Deployed;
import dafu.model.Deployed.Line;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is about to be published, held against what the public has seen: no address is lost, and nothing is changed without
 * saying so. With nothing to compare with, nothing is found.
 */
public final class Changes {
    private final Deployed before;
    private final LostAddresses addresses;
    private final SameReplacement same = new SameReplacement(this::isCorrected);
    private final Map<String, Reply> rewritten = new LinkedHashMap<>();
    private final Findings found = new Findings();

    /** What lies in the content folder: its name, every reply that could be read, drafts too, and the ids of all files. */
    public record Files(String root, Collection<Reply> replies, Set<String> ids) {}

    public Changes(Archive archive, Deployed before) {
        this.before = before;
        this.addresses = new LostAddresses(archive, before);
    }

    /** Takes a reply and the hash of its text, in the order of the catalogue. */
    public void add(Reply reply, String hash) {
        Optional<Line> old = before.find(reply);
        old.ifPresent(line -> compare(reply, hash, line));
        if (old.isEmpty()) {
            addresses.come(reply, hash);
        }
    }

    /** What is found when every reply has been taken; a text that has changed is read again, to be held against the old one. */
    public List<Diagnostic> found(Files files, Function<Reply, String> text) {
        addresses.lost(files, found);
        Map<String, Difference> first = new HashMap<>();
        before.texts().of(years(), (id, old) -> {
            Reply reply = rewritten.get(id);
            String now = reply == null ? old : text.apply(reply);
            if (reply == null || Difference.onlyMasks(old, now)) {
                rewritten.remove(id);
                return;
            }
            List<Difference> differences = Difference.between(old, now);
            differences.stream().limit(1).forEach(difference -> first.put(id, difference));
            differences.forEach(difference -> same.add(reply, difference));
        });
        rewritten.values().forEach(reply -> {
            if (!isCorrected(reply)) {
                silently(reply, "corrections", Optional.ofNullable(first.get(reply.id())));
            }
        });
        same.find(found);
        return found.all();
    }

    private void compare(Reply reply, String hash, Line old) {
        Metadata metadata = reply.metadata();
        boolean withdraws = reply.isWithdrawn() && !old.isWithdrawn();
        if (!old.sha256().equals(hash) && !withdraws) {
            rewritten.put(reply.id(), reply);
        }
        title(reply, "title", new Difference(old.text("title"), metadata.title()));
        title(
                reply,
                "proposal-title",
                new Difference(
                        old.text("proposal-title"), metadata.proposalTitle().orElse("")));
        String date = metadata.date().toString();
        if (!old.text("date").equals(date) && !isCorrected(reply)) {
            found.add(
                    "changed-date",
                    reply.at("date"),
                    Message.of(
                            "公开时日期是 %s，现在是 %s",
                            "the date was %s when it was published, now it is %s", old.text("date"), date),
                    correct());
        }
        if (old.isWithdrawn() && !reply.isWithdrawn() && !isCorrected(reply)) {
            found.add(
                    "republished",
                    reply.at("status"),
                    Message.of("这件答复已经撤回，现在又公开", "the reply was withdrawn and is published again"),
                    correct());
        }
        if (!old.list("corrections").isEmpty() && !corrections(reply).containsAll(old.list("corrections"))) {
            found.add(
                    "correction-lost",
                    reply.at("corrections"),
                    Message.of("已公开的更正少了一条，或改了", "a correction that was published is gone or has changed"),
                    Message.of("写回原样；写错的，另加一条说明", "put it back as it was; if it was wrong, add another that says so"));
        }
    }

    private void title(Reply reply, String key, Difference title) {
        if (!title.before().equals(title.after())) {
            same.add(reply, title);
            if (!isCorrected(reply)) {
                silently(reply, key, Optional.of(title));
            }
        }
    }

    /** Whether a reply has a correction that the public has not seen. */
    private boolean isCorrected(Reply reply) {
        return before.find(reply)
                .filter(old -> !new HashSet<Object>(old.list("corrections")).containsAll(corrections(reply)))
                .isPresent();
    }

    private static List<?> corrections(Reply reply) {
        return Metadata.SCHEMA.plain(reply.metadata()).get("corrections") instanceof List<?> list ? list : List.of();
    }

    private void silently(Reply reply, String key, Optional<Difference> difference) {
        found.add(
                "changed-silently",
                reply.at(key),
                difference
                        .map(d -> Message.of(
                                "已公开的文字改了，没有写更正：“%s” → “%s”",
                                "what was published has changed without a correction: “%s” → “%s”",
                                d.excerpt(d.before()),
                                d.excerpt(d.after())))
                        .orElse(Message.of("已公开的文字改了，没有写更正", "what was published has changed without a correction")),
                correct());
    }

    private static Message correct() {
        return Message.of(
                "恢复原样；确要改的，在 corrections 里加一条 - {date: 改的日期, note: 改了什么}",
                "restore it, or add an entry to corrections: - {date: the day, note: what was changed}");
    }

    /** In which files of texts the changed ones stand. */
    private Set<Integer> years() {
        Set<Integer> years = new TreeSet<>();
        for (Reply reply : rewritten.values()) {
            String date = before.find(reply).map(line -> line.text("date")).orElse("");
            if (date.matches("\\d{4}-\\d\\d-\\d\\d")) {
                years.add(Integer.valueOf(date.substring(0, 4)));
            }
        }
        return years;
    }
}
