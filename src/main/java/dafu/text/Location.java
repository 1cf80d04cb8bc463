package dafu.text;

import java.util.Comparator;

/**
 * A place in a file: the path as the user named it, line and column counted from 1, columns in characters as an editor
 * shows them, and how many characters are meant (0: the place itself).
 */
public record Location(String path, int line, int column, int length) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::path)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column)
            .thenComparingInt(Location::length);

    /** The file as a whole. */
    public static Location file(String path) {
        return new Location(path, 1, 1, 0);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + ":" + line + ":" + column;
    }
}
