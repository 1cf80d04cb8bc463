package dafu.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One object for what many replies say alike, since bodies, sessions and dates recur: half of what a large catalogue would
 * take. Of values that hash alike only the last is known, so this stays small, and forgetting one costs a copy. A title
 * or a summary is a reply's own and would only push out others.
 */
final class Shared {
    private static final int SLOTS = 1 << 16;
    /** Of a text in UTF-8. */
    private static final int LONGEST = 60;

    private static final AtomicReferenceArray<Object> LAST = new AtomicReferenceArray<>(SLOTS);

    private Shared() {}

    /** The same value, perhaps another object; it may not be changed. */
    @SuppressWarnings("unchecked")
    static <T> T of(T value) {
        if (isOwn(value)) {
            return value;
        }
        // An optional value hashes as the value does: one would push out the other.
        int slot = slot(value.hashCode() + (value instanceof Optional ? 1 : 0));
        Object known = LAST.getAcquire(slot);
        if (value.equals(known)) {
            return (T) known;
        }
        LAST.setRelease(slot, value);
        return value;
    }

    private static boolean isOwn(Object value) {
        return value instanceof Optional<?> some
                ? some.filter(Shared::isOwn).isPresent()
                : value instanceof String text
                        && text.length() > LONGEST / 3
                        && text.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    /** The same numbers, perhaps another array; they may not be changed. */
    static int[] of(int[] numbers) {
        int slot = slot(Arrays.hashCode(numbers));
        if (LAST.getAcquire(slot) instanceof int[] known && Arrays.equals(numbers, known)) {
            return known;
        }
        LAST.setRelease(slot, numbers);
        return numbers;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
