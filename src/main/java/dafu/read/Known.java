package dafu.read;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an earlier run with the same settings has read.
 *
 * @param heads by id
 * @param listing where it is known what may have changed since
 * @param changed the files that may have; nothing where any may
 */
public record Known(Map<String, Head> heads, Optional<Listing> listing, Optional<Set<Path>> changed) {
    /** The names, if no file has come or gone. */
    Optional<Listing> still() {
        return listing.filter(names -> changed.filter(names::isStill).isPresent());
    }

    Optional<Head> head(String id) {
        return Optional.ofNullable(heads.get(id));
    }

    /** Whether there is no need to look at a file. */
    boolean isUntouched(Path file) {
        return changed.filter(files -> !files.contains(file)).isPresent();
    }
}
