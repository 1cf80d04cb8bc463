package dafu.text;

import dafu.text.Masks.Mask;
import dafu.text.Masks.Rule;
import dafu.text.Unveiled.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What can be read in a path, where a number stands between hyphens, slashes and endings, as in no text. */
public final class FileNames {
    /** What a line has around a name that it quotes. */
    private static final String BETWEEN_NAMES = "/ ()[]{}<>\"'`:;,|，：；、“”（）";

    private FileNames() {}

    /** Hits in each word, in each part between slashes, and in each between the marks that part names in a message. */
    public static List<Hit> find(String name) {
        List<Hit> hits = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= name.length(); at++) {
            if (at < name.length() && Width.isAlphanumeric(name.charAt(at))) {
                continue;
            }
            if (at - start >= 11) {
                add(hits, name, start, at);
            }
            start = at + 1;
        }
        for (String between : List.of("/", BETWEEN_NAMES)) {
            for (int at = 0; at < name.length(); at++) {
                int end = at;
                while (end < name.length() && between.indexOf(name.charAt(end)) < 0) {
                    end++;
                }
                int dot = name.lastIndexOf('.', end - 1);
                add(hits, name, at, dot > at && end - dot <= 6 ? dot : end);
                at = end;
            }
        }
        return hits;
    }

    private static void add(List<Hit> hits, String name, int start, int end) {
        String part = name.substring(start, end).replace('_', ' ');
        for (Mask mask : Masks.find(part, Set.of(Rule.values()))) {
            String value = part.substring(mask.start(), mask.end());
            hits.add(new Hit(mask.rule(), Unveiled.bare(value), start + mask.start(), start + mask.end()));
        }
    }
}
