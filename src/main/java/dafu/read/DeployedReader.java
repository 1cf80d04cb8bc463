package dafu.read;

import dafu.model.Deployed;
import dafu.model.Deployed.Line;
import dafu.text.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Reads what the public has seen from a deployed copy: its folder, or just its {@code data/replies.jsonl}. */
public final class DeployedReader {
    private static final String REPLIES = "replies.jsonl";
    private static final Set<String> IDENTITY = Set.of("id", "address", "sha256");

    private DeployedReader() {}

    /**
     * Reads the list of replies; the texts are read later, if at all.
     *
     * @param columns which columns of a reply are kept
     * @throws UnusableCopyException where there is none, or a line is not one of it
     */
    public static Deployed read(Path copy, Predicate<String> columns) {
        Path file = Files.isDirectory(copy) ? copy.resolve("data").resolve(REPLIES) : copy;
        if (!Files.isRegularFile(file)) {
            throw new UnusableCopyException(Message.of(
                    "没有 %s，无从比较；请写已公开网站的文件夹，或其中的 data/replies.jsonl",
                    "there is no %s to compare with; give the folder of a deployed copy, or its data/replies.jsonl",
                    shown(file)));
        }
        Map<String, Line> replies = new HashMap<>();
        each(file, line -> {
            Optional<Line> reply = reply(line, columns);
            return reply.isPresent() && replies.put(reply.get().id(), reply.get()) == null;
        });
        Path folder = file.resolveSibling("");
        return new Deployed(replies, (years, then) -> texts(folder, years, then));
    }

    private static Optional<Line> reply(Map<?, ?> line, Predicate<String> wanted) {
        if (!(line.get("id") instanceof String id)
                || !id.startsWith("replies/")
                || !(id + "/").equals(line.get("address"))
                || !(line.get("sha256") instanceof String hash)
                || hash.length() != 64) {
            return Optional.empty();
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        line.forEach((column, value) -> {
            if (column instanceof String name && !IDENTITY.contains(name) && wanted.test(name)) {
                columns.put(name, value);
            }
        });
        return Optional.of(new Line(id, hash, columns));
    }

    private static void texts(Path folder, Collection<Integer> years, BiConsumer<String, String> then) {
        for (int year : new TreeSet<>(years)) {
            Path file = folder.resolve("text-" + year + ".jsonl");
            if (Files.isRegularFile(file)) {
                each(file, line -> {
                    boolean sound = line.get("address") instanceof String address
                            && address.endsWith("/")
                            && line.get("text") instanceof String;
                    if (sound) {
                        String address = (String) line.get("address");
                        then.accept(address.substring(0, address.length() - 1), (String) line.get("text"));
                    }
                    return sound;
                });
            }
        }
    }

    /** Takes each line, as long as it is one of the file. */
    private static void each(Path file, Predicate<Map<?, ?>> isOne) {
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!(JsonReader.read(line).orElse("") instanceof Map<?, ?> map && isOne.test(map))) {
                    throw damaged(file, number);
                }
            }
        } catch (CharacterCodingException notUtf8) {
            throw damaged(file, number + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(shown(file), unreadable);
        }
    }

    private static UnusableCopyException damaged(Path file, int line) {
        return new UnusableCopyException(Message.of(
                "%s 第 %d 行不是本程序写的，或已损坏，无从比较；请重新取一份已公开的网站",
                "line %2$d of %1$s was not written by this program or is damaged, so nothing can be compared;"
                        + " fetch the deployed copy again",
                shown(file),
                line));
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
