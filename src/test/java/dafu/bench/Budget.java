package dafu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a cold search may cost, in kilobytes of 1,000 bytes, headers included. The limits were set for 10,000 replies and
 * for a million. What lies between them has the straight line between the two, over the logarithm of the number of
 * replies; fewer may not cost more than 10,000.
 */
enum Budget {
    TITLES_MEDIAN(60, 100),
    TITLES_WORST(100, 160),
    EXCERPTS_MEDIAN(90, 130),
    EXCERPTS_WORST(150, 200),
    FACETS(60, 120);

    /** Dependent round trips until ten titles show, at any size. */
    static final int ROUNDS = 2;

    /** Of all scripts together. */
    static final double SCRIPTS = 25;

    static final double MEAN_RECIPROCAL_RANK = 0.99;
    static final double MOSTLY = 0.9;
    /** Index and text store against the Markdown. */
    static final double STORE = 1.0;

    private final double tenThousand;
    private final double million;

    Budget(double tenThousand, double million) {
        this.tenThousand = tenThousand;
        this.million = million;
    }

    double kilobytes(int replies) {
        return tenThousand + (million - tenThousand) / 2 * Math.max(0, Math.log10(replies) - 4);
    }

    /** What exceeds the budget, a line each. */
    static List<String> exceeded(int replies, List<Figures> known) {
        List<String> over = new ArrayList<>();
        for (Figures of : known) {
            String form = of.form().label();
            TITLES_MEDIAN.hold(over, replies, form, of.titles().median());
            TITLES_WORST.hold(over, replies, form, of.titles().worst());
            EXCERPTS_MEDIAN.hold(over, replies, form, of.excerpts().median());
            EXCERPTS_WORST.hold(over, replies, form, of.excerpts().worst());
            // The median: on a busy machine two requests of one round may be a round apart by the clock.
            atMost(over, form + ": rounds until ten titles", of.rounds().median(), ROUNDS);
            if (of.form() == Form.MATTER || of.form() == Form.NUMBER) {
                atLeast(over, form + ": MRR@10", of.first(), MEAN_RECIPROCAL_RANK);
            }
            // What no reply holds as it was typed may be missed now and then.
            boolean held = of.form() != Form.TYPO && of.form() != Form.LAY;
            atLeast(over, form + ": share among ten", of.amongTen(), held ? 1 : MOSTLY);
        }
        return over;
    }

    void hold(List<String> over, int replies, String form, double bytes) {
        String name = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        atMost(over, form + ": KB, " + name, bytes / 1000, kilobytes(replies));
    }

    static void atMost(List<String> over, String what, double measured, double limit) {
        if (measured > limit) {
            over.add(String.format(Locale.ROOT, "%s: %.3f, and at most %.3f are allowed", what, measured, limit));
        }
    }

    static void atLeast(List<String> over, String what, double measured, double limit) {
        if (measured < limit) {
            over.add(String.format(Locale.ROOT, "%s: %.3f, and at least %.3f are asked for", what, measured, limit));
        }
    }
}
