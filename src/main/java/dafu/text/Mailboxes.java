package dafu.text;

import java.util.regex.Matcher;

/** Mailboxes at providers that serve persons. */
final class Mailboxes {
    /** RFC 5321 allows 64 characters before the at sign; a longer run is searched no further back. */
    private static final int LONGEST_LOCAL_PART = 64;

    private Mailboxes() {}

    static void scan(int at, MaskHits hits) {
        String text = hits.text;
        int localEnd = at > 0 && Width.fold(text.charAt(at - 1)) == ' ' ? at - 1 : at;
        int floor = hits.lastEnd() < localEnd || hits.isLast(Masks.Rule.EMAIL) ? Math.max(0, hits.lastEnd()) : 0;
        int local = localEnd;
        while (local > Math.max(floor, localEnd - LONGEST_LOCAL_PART) && isLocal(text.charAt(local - 1))) {
            local--;
        }
        if (local == localEnd) {
            return;
        }
        Matcher mailbox = new Surroundings(text, local, LONGEST_LOCAL_PART + 48).here("mailbox");
        if (mailbox.lookingAt()) {
            // A mailbox of one character has nothing to hide but where it is.
            int length = mailbox.group().length();
            boolean one = localEnd - local == 1;
            hits.add(Masks.Rule.EMAIL, local, length, one ? at - local : 1, one ? length : localEnd - local);
        }
    }

    private static boolean isLocal(char c) {
        return Width.isAlphanumeric(c) || "._%+-".indexOf(Width.fold(c)) >= 0;
    }
}
