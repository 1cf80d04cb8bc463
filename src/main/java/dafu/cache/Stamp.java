package dafu.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file, as git uses it: two looks with the same mark saw the same content, if the file was
 * not changed in the moment of the first look.
 *
 * @param mark size, times and inode in one number, never 0; 0 where there is no plain file
 * @param newest the later of the times at which content and inode changed, in nanoseconds
 */
public record Stamp(long mark, long size, long newest) {
    private static final String BASIC = "isRegularFile,size,lastModifiedTime";
    private static final String UNIX = "unix:" + BASIC + ",ctime,ino";
    private static final Stamp ABSENT = new Stamp(0, 0, Long.MAX_VALUE);
    /** The coarsest clock of a file system in use: two seconds, FAT. */
    private static final long TICK = TimeUnit.SECONDS.toNanos(2);

    public static Stamp of(Path file) {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        try {
            Map<String, Object> facts = Files.readAttributes(file, unix ? UNIX : BASIC, LinkOption.NOFOLLOW_LINKS);
            if (!Boolean.TRUE.equals(facts.get("isRegularFile"))) {
                return ABSENT;
            }
            long size = (Long) facts.get("size");
            long modified = nanoseconds(facts.get("lastModifiedTime"));
            long changed = unix ? nanoseconds(facts.get("ctime")) : modified;
            long inode = unix ? (Long) facts.get("ino") : 0;
            long mark = mixed(mixed(mixed(mixed(size) + modified) + changed) + inode);
            return new Stamp(mark == 0 ? 1 : mark, size, Math.max(modified, changed));
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return ABSENT;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** A step of SplitMix64. */
    private static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private static long nanoseconds(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    /** The mark, where the file was at rest at a time; 0 where a later change might not have moved its times. */
    public long settled(long time) {
        return newest < time - TICK ? mark : 0;
    }

    /** The time now, by the clock of the file system, since that is what the times of files are compared with. */
    public static long now(Path folder) {
        Path clock = folder.resolve("clock");
        try {
            Files.write(clock, new byte[] {'\n'});
            return of(clock).newest;
        } catch (IOException failed) {
            throw new UncheckedIOException(clock.toString(), failed);
        }
    }
}
