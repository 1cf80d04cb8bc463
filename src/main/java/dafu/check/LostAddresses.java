package dafu.check;

import dafu.model.Archive;
import dafu.model.Deployed;
import dafu.model.Deployed.Line;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.text.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses that the public has seen and that would be gone; and where what stood there has probably moved. */
final class LostAddresses {
    private final Archive archive;
    private final Deployed before;
    /** The new replies by what they may be recognised by. */
    private final Map<String, Reply> come = new HashMap<>();

    LostAddresses(Archive archive, Deployed before) {
        this.archive = archive;
        this.before = before;
    }

    /** Takes a reply that the public has not seen. */
    void come(Reply reply, String hash) {
        if (!before.replies().isEmpty()) {
            Line line = new Line(reply.id(), hash, Metadata.SCHEMA.plain(reply.metadata()));
            signs(line).forEach(sign -> come.putIfAbsent(sign, reply));
        }
    }

    void lost(Collection<Reply> replies, Findings found) {
        if (before.replies().isEmpty()) {
            return;
        }
        Map<String, Reply> drafts = replies.stream()
                .filter(reply -> reply.isDraft() && before.find(reply).isPresent())
                .collect(Collectors.toMap(Reply::id, reply -> reply));
        Set<String> kept = new HashSet<>();
        for (Reply reply : archive.replies()) {
            kept.add(reply.id());
            reply.metadata().aliases().forEach(alias -> kept.add(bare(alias)));
        }
        for (Line old : before.replies().values()) {
            List<String> gone = new ArrayList<>();
            if (!kept.contains(old.id())) {
                gone.add("/" + old.id() + "/");
            }
            old.list("aliases").stream()
                    .map(Object::toString)
                    .filter(alias -> !kept.contains(bare(alias)))
                    .forEach(gone::add);
            if (drafts.containsKey(old.id())) {
                found.add("unpublished", drafts.get(old.id()).at("status"));
            } else if (!gone.isEmpty() && !archive.folder().unread().contains(old.id())) {
                // A file that could not be read has been reported, and what it would say is not known.
                lost(old, gone, found);
            }
        }
    }

    private void lost(Line old, List<String> gone, Findings found) {
        Optional<Reply> stays = archive.find(old.id());
        Optional<Reply> moved = stays.or(() ->
                signs(old).stream().map(come::get).filter(Objects::nonNull).findFirst());
        found.add(
                stays.isPresent() ? "address-lost/alias" : moved.isPresent() ? "address-lost/moved" : "address-lost",
                stays.map(reply -> reply.at("aliases"))
                        .orElse(Location.file(archive.folder().root() + "/" + old.id() + ".md")),
                String.join(", ", gone),
                moved.map(Reply::path).orElse(""));
    }

    /** What a reply may be recognised by after it moved, the surest first. */
    private static List<String> signs(Line line) {
        List<String> signs = new ArrayList<>(List.of("text " + line.sha256()));
        signs.add("title " + line.text("title") + " " + line.text("date"));
        line.list("number").forEach(number -> signs.add("number " + line.text("session") + " " + number));
        return signs;
    }

    private static String bare(String address) {
        return address.replaceAll("^/+|/+$", "");
    }
}
