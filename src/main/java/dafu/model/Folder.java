package dafu.model;

import dafu.text.Location;
import dafu.text.Source;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
                    int offset = 0;
                    while (line <= source.lines() && !opens(source.line(line), field)) {
                        offset += source.line(line).length() + 1;
                        line++;
                    }
                    return line > source.lines() ? start : below(source, offset, line, value);
                })
                .orElse(start);
    }

    /** The first place behind a key where a value stands by itself, not as a part of another; else the key. */
    private static Location below(Source source, int offset, int line, String value) {
        String key = source.line(line).split("[:：]", 2)[0];
        Matcher found = Pattern.compile("(?<![\\p{L}\\p{N}_-])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}_-])")
                .matcher(source.text());
        return found.find(offset + key.length())
                ? source.location(found.start(), found.end())
                : source.location(offset, offset + key.length());
    }

    private static boolean opens(String line, Schema.Field field) {
        String key = line.split("[:：]", 2)[0].strip();
        return line.startsWith(key) && (key.equals(field.name()) || field.zh().contains(key));
    }
}
