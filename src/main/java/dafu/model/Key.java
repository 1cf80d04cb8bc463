package dafu.model;

import dafu.text.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code keys.txt} says of a record's component that editors write as a key, or of a value of a closed list.
 *
 * @param usual whether letters usually say it, so that an editor is asked for it
 * @param zh the Chinese names, the first of them the usual one
 * @param about what it means, for editors, in Chinese
 */
record Key(boolean required, boolean usual, List<String> zh, String about, String aboutEn) {
    private static final Map<String, Key> ALL = read();

    static Key of(Class<?> type, String name) {
        String full = type.getName().substring(type.getPackageName().length() + 1) + " " + name;
        Key key = ALL.get(full.replace('$', '.'));
        if (key == null) {
            throw new IllegalStateException("keys.txt has no " + full);
        }
        return key;
    }

    private static Map<String, Key> read() {
        Map<String, Key> all = new HashMap<>();
        String type = "";
        for (String line : Resource.lines(Key.class, "keys.txt")) {
            if (line.charAt(0) != ' ') {
                type = line;
                continue;
            }
            int space = line.indexOf(' ', 2);
            boolean required = line.charAt(space - 1) == '!';
            boolean usual = required || line.charAt(space - 1) == '?';
            String[] said = line.substring(space + 1).split(" \\| ");
            all.put(
                    type + " " + line.substring(2, usual ? space - 1 : space),
                    new Key(
                            required,
                            usual,
                            List.of(said[0].split("、")),
                            said.length > 1 ? said[1] : "",
                            said.length > 1 ? said[2] : ""));
        }
        return all;
    }
}
