package dafu.cli;

import dafu.model.Alias;
import dafu.model.Archive;
import dafu.publish.Sink;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Resource;
import java.io.DataOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place that serves a site: what it refuses, and what it reads beside the pages. All of it stands in {@code hosts.txt}:
 * a host after {@code ==}, its limits with their source, its files after {@code --}; a line of a file that begins with
 * {@code @} is written for each address that leads elsewhere.
 */
record Host(String id, List<Limit> limits, Map<String, List<String>> files) {
    private static final Map<String, Host> ALL = read();
    private static final Map<String, Message> WHAT = Map.of(
            "files", Message.of("文件数", "files"),
            "bytes", Message.of("总字节数", "bytes in all"),
            "file", Message.of("最大文件的字节数", "bytes of the largest file"),
            "folder", Message.of("一个文件夹里的文件数", "files in one folder"),
            "aliases", Message.of("转到别处的旧地址", "addresses that lead elsewhere"));
    private static final Pattern POLICY =
            Pattern.compile("http-equiv=\"Content-Security-Policy\"\\s+content=\"([^\"]*)\"");

    /**
     * What a host takes at most.
     *
     * @param hard whether it refuses more; else it advises against it
     * @param of what is limited: files, bytes, file (bytes of one), folder (files in one), aliases
     */
    record Limit(boolean hard, String of, long most, String source) {}

    /** The size of a site by what limits speak of, each with the path that decides it, from any thread. */
    static final class Weight implements Sink {
        private final Map<String, Integer> folders = new TreeMap<>();
        private final Map<String, Long> sums = new TreeMap<>();
        private String largest = "";

        synchronized void add(String path, long bytes) {
            sums.merge("files", 1L, Long::sum);
            sums.merge("bytes", bytes, Long::sum);
            folders.merge(path.substring(0, path.lastIndexOf('/') + 1), 1, Integer::sum);
            if (bytes > sums.getOrDefault("file", -1L) || bytes == sums.get("file") && path.compareTo(largest) < 0) {
                sums.put("file", bytes);
                largest = path;
            }
        }

        @Override
        public void put(String path, byte[] bytes) {
            add(path, bytes.length);
        }

        @Override
        public OutputStream stream(String path) {
            // It counts to 2 GB, which is above what any host takes in one file.
            return new DataOutputStream(OutputStream.nullOutputStream()) {
                @Override
                public void close() {
                    add(path, size());
                }
            };
        }

        private Map.Entry<String, Long> of(String what, Archive archive) {
            return switch (what) {
                case "file" -> Map.entry(largest, sums.getOrDefault(what, 0L));
                case "folder" ->
                    folders.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(most -> Map.entry(most.getKey(), (long) most.getValue()))
                            .orElse(Map.entry("", 0L));
                case "aliases" -> Map.entry("", (long) aliases(archive, "/").size());
                default -> Map.entry("", sums.getOrDefault(what, 0L));
            };
        }
    }

    static Set<String> ids() {
        return ALL.keySet();
    }

    static Optional<Host> of(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** Every file that some host reads: none of them stays when the host is another. */
    static List<String> names() {
        return ALL.values().stream()
                .flatMap(host -> host.files.keySet().stream())
                .toList();
    }

    /** What this host would refuse, and what comes close to that. */
    List<Diagnostic> findings(Weight weight, Archive archive, String site) {
        List<Diagnostic> found = new ArrayList<>();
        for (Limit limit : limits) {
            Map.Entry<String, Long> is = weight.of(limit.of, archive);
            boolean over = is.getValue() > limit.most;
            if (!over && (!limit.hard || is.getValue() * 5 < limit.most * 4)) {
                continue;
            }
            Message what = WHAT.get(limit.of);
            Diagnostic finding = Diagnostic.of(
                            over ? "host/over" : "host/close",
                            Location.file(is.getKey().isEmpty() ? site : is.getKey()),
                            id,
                            what.zh(),
                            what.en(),
                            is.getValue(),
                            limit.most,
                            limit.source)
                    .by("host-" + limit.of);
            found.add(limit.hard ? finding : finding.asWarning());
        }
        return found;
    }

    /** Adds what this host reads. The policy is that of the pages, which a layout says. */
    void write(Archive archive, Optional<byte[]> policy, Sink sink) {
        Matcher said = POLICY.matcher(new String(policy.orElse(new byte[0]), StandardCharsets.UTF_8));
        String base = archive.settings().basePath();
        String pages = said.find() ? said.group(1) : "default-src 'self'";
        Map<String, String> aliases = aliases(archive, base);
        files.forEach((name, lines) -> {
            StringBuilder out = new StringBuilder();
            for (String line : lines) {
                if (line.startsWith("@")) {
                    aliases.forEach((from, to) -> out.append(
                                    line.substring(1).replace("{from}", from).replace("{to}", to))
                            .append('\n'));
                } else {
                    out.append(line.replace("{base}", base).replace("{policy}", pages))
                            .append('\n');
                }
            }
            sink.put(name, out.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Old addresses with where they lead; below a path also that path without its slash. */
    private static Map<String, String> aliases(Archive archive, String base) {
        Map<String, String> aliases = new TreeMap<>();
        if (base.length() > 1) {
            aliases.put(base.substring(0, base.length() - 1), base);
        }
        archive.replies()
                .forEach(reply -> reply.metadata()
                        .aliases()
                        .forEach(alias -> Alias.path(alias)
                                .ifPresent(path -> aliases.put(
                                        base + path.replaceFirst("(^|/)index\\.html$", "$1"),
                                        base + reply.address()))));
        return aliases;
    }

    private static Map<String, Host> read() {
        Map<String, Host> all = new LinkedHashMap<>();
        Host host = new Host("", new ArrayList<>(), new LinkedHashMap<>());
        List<String> file = new ArrayList<>();
        for (String line : Resource.text(Host.class, "hosts.txt").split("\n")) {
            String[] words = line.split(" ");
            if (words[0].equals("==")) {
                host = new Host(words[1], new ArrayList<>(), new LinkedHashMap<>());
                all.put(host.id, host);
            } else if (words[0].equals("--")) {
                file = new ArrayList<>();
                host.files.put(words[1], file);
            } else if (host.files.isEmpty()) {
                host.limits.add(new Limit(words[0].equals("limit"), words[1], Long.parseLong(words[2]), words[3]));
            } else {
                file.add(line);
            }
        }
        return all;
    }
}
