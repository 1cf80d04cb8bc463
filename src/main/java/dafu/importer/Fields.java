package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Diagnostic;
import dafu.text.Han;
import dafu.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The values of the front matter that a letter gives, each with the words it was read from; what is not there stays absent. */
final class Fields {
    private static final Set<String> ALSO_BELOW =
            Set.of("published", "index-number", "disclosure", "outcome", "document-number");
    private static final int LONGEST_ASKED = 120;

    /** What was found, by key. */
    final Map<String, Finding> found = new TreeMap<>();

    /** What reading changed. */
    final List<Note> repairs = new ArrayList<>();

    /** What an editor has to decide. */
    final List<Diagnostic> noticed = new ArrayList<>();

    Optional<Grammar.Session> session = Optional.empty();

    private final Page page;
    private final Letter letter;
    private final Line title;
    private final Line opening;

    Fields(Page page, Letter letter) {
        this.page = page;
        this.letter = letter;
        StringBuilder first = new StringBuilder();
        List<Line> text = letter.text.subList(letter.greeting.size(), letter.text.size());
        for (int i = 0; i < Math.min(3, text.size()) && !Words.fit("opened", first.toString()); i++) {
            first.append(text.get(i).head()).append(' ');
        }
        this.opening = new Line(text.isEmpty() ? 0 : text.get(0).number(), first.toString());
        // A list's columns go before everything, a page's head after its text.
        said(Certainty.CERTAIN);
        if (letter.sure != Certainty.CERTAIN) {
            said("title");
        }
        put("title", letter.sure, letter.title, letter.title.text());
        said("title");
        this.title = letter.title.with(letter.title.with(first("title")).head());
        flag("extent", "excerpt", "excerpt");
        flag("extent", "summary", "summary");
        flag("role", "supporting", "supporting-opinion");
        sessionAndNumber();
        asked();
        foot();
        marks();
        greeting();
        kind();
        letter.labels.forEach(this::label);
        said(Certainty.LIKELY);
        if (found.containsKey("published") && first("published").compareTo(first("date")) < 0) {
            differ("published", first("published"), first("date"), opening);
        }
        letter.contacts.forEach(this::contact);
    }

    private void said(Certainty certainty) {
        page.said().forEach((key, said) -> {
            if (said.certainty() == certainty) {
                named(key, said.value(), certainty, new Line(0, said.where()));
            }
        });
    }

    private void said(String key) {
        Optional.ofNullable(page.said().get(key))
                .ifPresent(said -> put(key, said.certainty(), new Line(0, said.where()), said.value()));
    }

    private void flag(String key, String pattern, String value) {
        if (Words.matcher(pattern, Han.fold(title.text())).find()) {
            put(key, Certainty.CERTAIN, title, value);
        }
    }

    private void sessionAndNumber() {
        session = Grammar.session(title.text());
        session.ifPresent(it -> put("session", Certainty.CERTAIN, title, it.name()));
        put("number", Certainty.CERTAIN, title, Grammar.numbers(title.text()));
        letter.labels.stream()
                .filter(it -> it.named().key().matches("session|number"))
                .forEach(this::label);
        Grammar.session(opening.text()).ifPresent(it -> put("session", Certainty.LIKELY, opening, it.name()));
        // A number behind it tells that the words are a session.
        session = session.or(() -> Grammar.session(first("session") + "第1号"));
        List<String> again = Grammar.numbers(opening.text());
        put("number", Certainty.LIKELY, opening, again);
        if (!again.isEmpty() && found.get("number").values().stream().noneMatch(again::contains)) {
            differ("number", String.join("、", found.get("number").values()), String.join("、", again), opening);
        }
    }

    /** The title of what was asked: in 《》 in the opening, else as the opening or the title says it without. */
    private void asked() {
        for (Line line : List.of(opening, title)) {
            Grammar.quoted(line.text())
                    .filter(it -> it.length() <= LONGEST_ASKED && Words.fit("asked", it) && !Words.fit("law", it))
                    .ifPresent(it -> put("proposal-title", Certainty.CERTAIN, line, it));
        }
        find("proposal-title", Certainty.LIKELY, opening, "asked-without-marks");
        find("proposal-title", Certainty.LIKELY, title, "asked-in-title");
        if (first("proposal-title").contains("会议")
                || !Grammar.numbers(first("proposal-title")).isEmpty()) {
            found.remove("proposal-title");
        }
    }

    private void foot() {
        List<String> bodies = new ArrayList<>();
        for (Line line : letter.foot) {
            Optional<String[]> both = Grammar.signed(line.text());
            boolean complete = found.containsKey("date") && found.containsKey("answering-body");
            both.map(it -> it[0])
                    .or(() -> Grammar.body(line.text()))
                    .filter(it -> !complete)
                    .ifPresent(it -> {
                        bodies.add(it);
                        put("answering-body", Certainty.CERTAIN, line, it);
                    });
            date("date", both.map(it -> it[1]).orElse(line.text()), Certainty.CERTAIN, line);
        }
        if (bodies.size() > 1) {
            Message several = Message.of("落款有几个单位：%s", "several bodies sign: %s", String.join("、", bodies));
            notice("import-bodies", letter.foot.get(0), several, "只取了第一个", "the first was taken");
        }
        Words.find("body-in-title", title.text())
                .flatMap(Grammar::body)
                .ifPresent(it -> put("answering-body", Certainty.CERTAIN, title, it));
        letter.marks.stream()
                .filter(line -> line.text().matches("[（(].*[)）]"))
                .forEach(line -> date("date", line.text(), Certainty.LIKELY, line));
    }

    /** Document number, outcome and disclosure, which may share a line. */
    private void marks() {
        Stream.concat(letter.marks.stream(), Stream.of(title)).forEach(line -> documentNumber(line.head(), line));
        for (Line line : letter.marks) {
            find("outcome", Certainty.CERTAIN, line.unnumbered(), "outcome");
            find("disclosure", Certainty.CERTAIN, line.unnumbered(), "disclosure");
        }
    }

    private void documentNumber(String text, Line line) {
        Grammar.documentNumber(text).ifPresent(it -> {
            if (put("document-number", Certainty.CERTAIN, line, it.number())
                    && !it.words().equals(it.number())) {
                repairs.add(new Note(line.number(), Note.change(it.words(), it.number())));
            }
        });
    }

    /** Who is written to: members, an organisation that asked, or the body that leads the matter. */
    private void greeting() {
        if (!letter.greeting.isEmpty()) {
            List<String> each = letter.greeting.stream()
                    .map(it -> it.text().replaceFirst("[:：,，!！、]\\s*$", ""))
                    .toList();
            Line line = letter.greeting.get(0).with(String.join("、", each));
            String name = line.text()
                    .replaceFirst("^(?:尊敬的|敬爱的)", "")
                    .replaceFirst("同志$", "")
                    .strip();
            boolean party = Words.fit("party", name);
            boolean supporting = (title.text() + opening.text()).matches(".*(?:会办|协办).*");
            if (name.matches(".*(?:委员|代表)们?")) {
                names(name, line);
            } else if (!supporting && (party || Words.fit("you-asked", opening.text()))) {
                put("proposers", Certainty.CERTAIN, line, List.of(name.split("[、,，]")));
            } else if (Words.fit("agency", name) && !name.matches(".*(?:政协|人大).*")) {
                put("role", supporting ? Certainty.CERTAIN : Certainty.LIKELY, line, "supporting-opinion");
            }
        }
        for (Line line : List.of(title, opening)) {
            Words.find("names", line.text())
                    .filter(it -> !Words.fit("no-name", it))
                    .ifPresent(it -> put("proposers", Certainty.LIKELY, line, List.of(it.split("、"))));
        }
    }

    private void names(String list, Line at) {
        // 张 某 is one name that was padded to the width of three characters.
        String padded = "(?<!\\p{IsHan})(\\p{IsHan})\\s+(\\p{IsHan})(?=委员|代表|\\P{IsHan}|$)";
        String joined = list.replaceAll(padded, "$1$2");
        String counted = "等?\\s*[\\d一二三四五六七八九十]*\\s*[位名人]*\\s*(?:市|省|区|县|全国)?(?:政协|人大)?(?:委员|代表)们?$";
        List<String> names = Stream.of(joined.replaceFirst(counted, "").split("[、,，;；\\s]+|(?<=委员|代表)[和及]"))
                .map(it -> it.replaceAll("(?:政协|人大)?(?:委员|代表)$|^(?:尊敬的|和|及)|[（(].*[）)]$", ""))
                .filter(it -> it.length() >= 2 && !Words.fit("no-name", it))
                .toList();
        put("proposers", Certainty.CERTAIN, at, names);
        if (!names.isEmpty() && !joined.equals(list)) {
            repairs.add(new Note(at.number(), Note.change(list, joined)));
        }
        if (Words.fit("and-others", joined)) {
            Message others = Message.of("“等”字后面还有人没有列出", "more have asked than are named");
            notice("import-proposers", at, others, "知道是谁就补进 proposers", "add them to proposers if they are known");
        }
    }

    /** Proposal or suggestion: by the assembly, then by who asked, then by the word itself. */
    private void kind() {
        boolean numbered = found.containsKey("number");
        String words = Grammar.unquoted(title.text()) + (numbered ? "" : Grammar.unquoted(opening.text()));
        String asker = letter.greeting.isEmpty() ? "" : letter.greeting.get(0).text();
        boolean motion = Words.fit("motion", words);
        Optional<Boolean> proposal = session.map(Grammar.Session::consultative)
                .or(() -> tells(asker, "委员们?[:：]?$", "代表们?[:：]?$"))
                .or(() -> tells(words, "政协|提案", "人大|议案|" + (numbered ? "建议" : "议案")))
                .or(() -> tells(first("proposal-title"), "提案$", "议案$"));
        proposal.ifPresent(is -> {
            boolean odd = session.isPresent() && (is ? motion && !words.contains("提案") : words.contains("提案"));
            Certainty certainty = session.isPresent() && !odd ? Certainty.CERTAIN : Certainty.LIKELY;
            Line from = title.text().isEmpty() ? opening : title;
            boolean kept = put("kind", certainty, from, is ? "proposal" : motion ? "motion" : "suggestion");
            if (odd && kept) {
                Message two = Message.of("届次和“提案”“建议”的叫法不一致", "the session and the word for what was asked disagree");
                notice("import-kind", from, two, "按届次定的类型，请核对", "the session decided; look at the original");
            }
        });
    }

    private static Optional<Boolean> tells(String text, String proposal, String other) {
        boolean is = text.matches("(?s).*(?:" + proposal + ").*");
        return is || text.matches("(?s).*(?:" + other + ").*") ? Optional.of(is) : Optional.empty();
    }

    private void label(Letter.Label label) {
        if (!label.below() || ALSO_BELOW.contains(label.named().key())) {
            boolean vague = Words.fit("vague-label", label.named().label());
            Certainty certainty = vague ? Certainty.LIKELY : Certainty.CERTAIN;
            named(label.named().key(), label.named().value(), certainty, label.line());
        }
    }

    /** A value that the page names itself, in the form that its key wants; one that does not fit is not taken. */
    private void named(String key, String value, Certainty certainty, Line line) {
        switch (key) {
            case "date", "published", "assigned" -> date(key, value, certainty, line);
            case "outcome", "disclosure" -> Words.find(key, value).ifPresent(it -> put(key, certainty, line, it));
            case "document-number" -> documentNumber(value, line);
            case "number" ->
                put(
                        key,
                        certainty,
                        line,
                        List.of(value.replaceAll("[\\s第号]", "").split("[、,，;；]")));
            case "proposers" -> names(value.replaceAll("[;；|]", "、"), line);
            case "supporting-bodies", "topics" -> put(key, certainty, line, List.of(value.split("[、,，;；|\\s]+")));
            case "kind" ->
                tells(value, "提案|proposal", "建议|suggestion|议案|motion")
                        .ifPresent(is -> put(
                                key,
                                certainty,
                                line,
                                is ? "proposal" : value.matches(".*(?:议案|motion).*") ? "motion" : "suggestion"));
            case "posted-by" -> Grammar.body(value).ifPresent(it -> put("answering-body", Certainty.GUESSED, line, it));
            case "text", "furniture" -> {}
            default -> put(key, certainty, line, value);
        }
    }

    private void date(String key, String text, Certainty certainty, Line line) {
        Optional<Dates.Reading> reading = found.containsKey(key) ? Optional.empty() : Dates.read(text);
        reading.ifPresent(it -> {
            String days = it.days().toString().replaceAll("[\\[\\]]", "");
            if (it.days().size() == 1) {
                put(key, it.certainty() == Certainty.CERTAIN ? certainty : it.certainty(), line, days);
                if (it.certainty() != Certainty.CERTAIN) {
                    repairs.add(new Note(line.number(), Note.change(text.strip(), days)));
                }
            } else {
                Message doubt = days.isEmpty()
                        ? Message.of("没有“%s”这一天", "“%s” is not a date", text.strip())
                        : Message.of("“%s”可以读成 %s", "“%s” can be read as %s", text.strip(), days);
                notice("import-date", line, doubt, "查对原件，写明 " + key, "look at the original and write " + key);
            }
        });
    }

    /** An office and its telephone, out of a line that may also name persons; a masked number is no office's. */
    private void contact(Line line) {
        line.named().stream()
                .filter(it -> it.key().equals("contact.office"))
                .forEach(it -> put(it.key(), Certainty.CERTAIN, line, it.value()));
        find("contact.phone", Certainty.LIKELY, line, "phone");
        find("contact.office", Certainty.LIKELY, line, "office");
        Message staff = Message.of("联系人一行已略去：办理人员的姓名和电话不公开", "a line with a contact person was left out");
        notice("privacy-contact", line, staff, "contact 只写科室和办公电话", "contact holds an office and its telephone alone");
    }

    private void find(String key, Certainty certainty, Line line, String pattern) {
        Words.find(pattern, line.text()).ifPresent(it -> put(key, certainty, line, it));
    }

    private String first(String key) {
        return found.containsKey(key) ? found.get(key).values().get(0) : "";
    }

    private boolean put(String key, Certainty certainty, Line line, String value) {
        return put(key, certainty, line, List.of(value));
    }

    /** Keeps a value unless one is there already; says whether it was kept. */
    private boolean put(String key, Certainty certainty, Line line, List<String> values) {
        List<String> kept = values.stream()
                .map(it -> it.replaceAll("\\s+", " ").strip())
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        String quote = key.startsWith("contact.") ? kept.toString() : Note.clipped(line.text());
        return !kept.isEmpty()
                && found.putIfAbsent(key, new Finding(key, kept, certainty, line.number(), quote)) == null;
    }

    private void differ(String key, String one, String other, Line line) {
        Message two = Message.of("%s 有两种说法：“%s”和“%s”", "%s is given twice: “%s” and “%s”", key, one, other);
        notice("import-differs", line, two, "取了前一种，请核对", "the first was taken; look at the original");
    }

    private void notice(String rule, Line line, Message message, String zh, String en) {
        noticed.add(Diagnostic.warning(page.at(line.number()), rule, message, Message.of(zh, en)));
    }
}
