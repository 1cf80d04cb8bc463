package dafu.model;

import dafu.text.Location;
import dafu.text.Source;
import java.util.Optional;
import java.util.Set;

/**
 * The content folder behind an archive, as findings speak of it.
 *
 * @param root the folder as the user named it
 * @param settings its {@code archive.yml}, masked
 * @param unread the replies that could not be read, by id: each has errors of its own
 */
public record Folder(String root, Optional<Source> settings, Set<String> unread) {
    public Folder {
        unread = Set.copyOf(unread);
    }

    /** Where {@code archive.yml} says this under a key, in whichever language the key is written. */
    public Location at(String key, String value) {
        Location start = Location.file(root + "/archive.yml");
        Schema.Field field = Settings.SCHEMA.field(key).orElseThrow();
        return settings.map(source -> {
                    int line = 1;
                    while (line <= source.lines() && !opens(source.line(line), field)) {
                        line++;
                    }
                    return line > source.lines() ? start : source.find(new Location(start.path(), line, 1, 0), value);
                })
                .orElse(start);
    }

    private static boolean opens(String line, Schema.Field field) {
        String key = line.split("[:：]", 2)[0].strip();
        return line.startsWith(key) && (key.equals(field.name()) || field.zh().contains(key));
    }
}
