package dafu.check;

import dafu.model.Archive;
import dafu.model.Deployed;
import dafu.model.Deployed.Line;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.text.Diagnostic;
import dafu.text.Difference;
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

    /**
     * What is found when every reply has been taken.
     *
     * @param replies every reply that could be read, drafts too
     * @param text reads a text that has changed again, to be held against the old one
     */
    public List<Diagnostic> found(Collection<Reply> replies, Function<Reply, String> text) {
        addresses.lost(replies, found);
        Map<String, Difference> first = new HashMap<>();
        before.texts().accept(years(), (id, old) -> {
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
            found.add("changed-date", reply.at("date"), old.text("date"), date);
        }
        if (old.isWithdrawn() && !reply.isWithdrawn() && !isCorrected(reply)) {
            found.add("republished", reply.at("status"));
        }
        if (!old.list("corrections").isEmpty() && !corrections(reply).containsAll(old.list("corrections"))) {
            found.add("correction-lost", reply.at("corrections"));
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
        difference.ifPresentOrElse(
                d -> found.add("changed-silently", reply.at(key), d.excerpt(d.before()), d.excerpt(d.after())),
                () -> found.add("changed-silently/unseen", reply.at(key)));
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
