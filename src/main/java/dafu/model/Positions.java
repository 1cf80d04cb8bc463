package dafu.model;

import java.util.List;
import java.util.Optional;

/** The positions of replies by their ids, in one array: a map would take ten times as much. */
final class Positions {
    private final List<Reply> replies;
    /** Positions plus one, each at the first free slot from the hash of its reply's id on. */
    private final int[] slots;

    Positions(List<Reply> replies) {
        this.replies = replies;
        this.slots = new int[Integer.highestOneBit(2 * replies.size() + 1) * 2];
        for (int i = 0; i < replies.size(); i++) {
            slots[slot(replies.get(i).id())] = i + 1;
        }
    }

    Optional<Reply> find(String id) {
        int found = slots[slot(id)];
        return found == 0 ? Optional.empty() : Optional.of(replies.get(found - 1));
    }

    int of(Reply reply) {
        return slots[slot(reply.id())] - 1;
    }

    /** Where the position of the reply of an id stands, or would stand. */
    private int slot(String id) {
        int hash = id.hashCode() * 0x9e3779b9;
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != 0 && !replies.get(slots[slot] - 1).id().equals(id)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
