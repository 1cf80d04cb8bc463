package dafu.model;

import java.util.Comparator;

/** Numbers as printed, in the order in which people count them: 9 before 10, 058 beside 58, DH0271 by its digits. */
public final class Numbers {
    public static final Comparator<String> NATURAL = Numbers::compare;

    private Numbers() {}

    private static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int leftEnd = digits(left, i);
            int rightEnd = digits(right, j);
            if (leftEnd > i && rightEnd > j) {
                int zeros = zeros(left, i, leftEnd);
                int others = zeros(right, j, rightEnd);
                int longer = Integer.compare(leftEnd - zeros, rightEnd - others);
                int order = longer != 0
                        ? longer
                        : left.substring(zeros, leftEnd).compareTo(right.substring(others, rightEnd));
                if (order != 0) {
                    return order;
                }
                i = leftEnd;
                j = rightEnd;
            } else if (left.charAt(i) != right.charAt(j)) {
                return Character.compare(left.charAt(i), right.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        int rest = Integer.compare(left.length() - i, right.length() - j);
        return rest != 0 ? rest : left.compareTo(right);
    }

    /** Where the zeros in front of a number end; one that is all zeros keeps the last. */
    private static int zeros(String text, int from, int end) {
        int at = from;
        while (at < end - 1 && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
