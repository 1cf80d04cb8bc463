package dafu.model;

/** Numbers as printed, in the order in which people count them: 9 before 10, 058 beside 58, DH0271 by its digits. */
final class Numbers {
    private Numbers() {}

    /** What sorts as the number counts: each run of digits without zeros in front, after its length; then the number. */
    static String key(String number) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < number.length(); ) {
            int end = i;
            while (end < number.length() && number.charAt(end) >= '0' && number.charAt(end) <= '9') {
                end++;
            }
            if (end == i) {
                key.append(number.charAt(i++));
                continue;
            }
            while (i < end - 1 && number.charAt(i) == '0') {
                i++;
            }
            key.append("9".repeat((end - i) / 9)).append((end - i) % 9).append(number, i, end);
            i = end;
        }
        return key.append('\0').append(number).toString();
    }
}
