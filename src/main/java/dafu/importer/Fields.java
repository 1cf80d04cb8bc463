package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Han;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The values of the front matter that a letter gives, each with the words it was read from; what is not there stays absent. */
final class Fields {
    private static final Set<String> ALSO_BELOW =
            Set.of("published", "index-number", "disclosure", "outcome", "document-number");
    private static final int LONGEST_ASKED = 120;

    final Findings in;

    Optional<Grammar.Session> session = Optional.empty();

    private final Page page;
    private final Letter letter;
    private final Line title;
    private final Line opening;

    Fields(Page page, Letter letter) {
        this.page = page;
        this.in = new Findings(page);
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
        in.put("title", letter.sure, letter.title, letter.title.text());
        said("title");
        this.title = letter.title.with(letter.title.with(in.first("title")).head());
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
        if (in.has("published") && in.first("published").compareTo(in.first("date")) < 0) {
            in.notice("import-differs", opening, "published", in.first("published"), in.first("date"));
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
                .ifPresent(said -> in.put(key, said.certainty(), new Line(0, said.where()), said.value()));
    }

    private void flag(String key, String pattern, String value) {
        if (Words.matcher(pattern, Han.fold(title.text())).find()) {
            in.put(key, Certainty.CERTAIN, title, value);
        }
    }

    private void sessionAndNumber() {
        session = Grammar.session(title.text());
        session.ifPresent(it -> in.put("session", Certainty.CERTAIN, title, it.name()));
        in.put("number", Certainty.CERTAIN, title, Grammar.numbers(title.text()));
        letter.labels.stream()
                .filter(it -> it.named().key().matches("session|number"))
                .forEach(this::label);
        Grammar.session(opening.text()).ifPresent(it -> in.put("session", Certainty.LIKELY, opening, it.name()));
        // A number behind it tells that the words are a session.
        session = session.or(() -> Grammar.session(in.first("session") + "第1号"));
        List<String> again = Grammar.numbers(opening.text());
        in.put("number", Certainty.LIKELY, opening, again);
        if (!again.isEmpty() && in.found.get("number").values().stream().noneMatch(again::contains)) {
            in.notice(
                    "import-differs",
                    opening,
                    "number",
                    String.join("、", in.found.get("number").values()),
                    String.join("、", again));
        }
    }

    /** The title of what was asked: in 《》 in the opening, else as the opening or the title says it without. */
    private void asked() {
        for (Line line : List.of(opening, title)) {
            Grammar.quoted(line.text())
                    .filter(it -> it.length() <= LONGEST_ASKED && Words.fit("asked", it) && !Words.fit("law", it))
                    .ifPresent(it -> in.put("proposal-title", Certainty.CERTAIN, line, it));
        }
        in.find("proposal-title", Certainty.LIKELY, opening, "asked-without-marks");
        in.find("proposal-title", Certainty.LIKELY, title, "asked-in-title");
        if (Words.matcher("several-asked", opening.text()).find()) {
            in.notice("import-asked", opening);
        }
        if (in.first("proposal-title").contains("会议")
                || !Grammar.numbers(in.first("proposal-title")).isEmpty()) {
            in.found.remove("proposal-title");
        }
    }

    private void foot() {
        Set<String> bodies = new LinkedHashSet<>();
        for (Line line : letter.foot) {
            Grammar.Signed signed = Grammar.signed(line.text());
            if (!signed.bodies().isEmpty() && !(in.has("date") && in.has("answering-body"))) {
                bodies.addAll(signed.bodies());
                in.put(
                        "answering-body",
                        Certainty.CERTAIN,
                        line,
                        signed.bodies().get(0));
            }
            in.date("date", signed.date(), Certainty.CERTAIN, line);
        }
        List<String> others = bodies.stream().skip(1).toList();
        if (!others.isEmpty() && in.put("supporting-bodies", Certainty.GUESSED, letter.foot.get(0), others)) {
            in.notice("import-bodies", letter.foot.get(0), String.join("、", bodies));
        }
        Words.find("body-in-title", title.text())
                .flatMap(Grammar::body)
                .ifPresent(it -> in.put("answering-body", Certainty.CERTAIN, title, it));
        letter.marks.stream()
                .filter(line -> line.text().matches("[（(].*[)）]"))
                .forEach(line -> in.date("date", line.text(), Certainty.LIKELY, line));
    }

    /** Document number, outcome and disclosure, which may share a line. */
    private void marks() {
        Stream.concat(letter.marks.stream(), Stream.of(title)).forEach(line -> in.documentNumber(line.head(), line));
        for (Line line : letter.marks) {
            in.find("outcome", Certainty.CERTAIN, line.unnumbered(), "outcome");
            in.find("disclosure", Certainty.CERTAIN, line.unnumbered(), "disclosure");
        }
        in.find("outcome", Certainty.CERTAIN, title, "outcome-in-title");
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
                in.put("proposers", Certainty.CERTAIN, line, List.of(name.split("[、,，]")));
            } else if (Words.fit("agency", name) && !name.matches(".*(?:政协|人大).*")) {
                in.put("role", supporting ? Certainty.CERTAIN : Certainty.LIKELY, line, "supporting-opinion");
            }
        }
        for (Line line : List.of(title, opening)) {
            Words.find("names", line.text())
                    .filter(it -> !Words.fit("no-name", it))
                    .or(() -> Words.find("delegation", line.text()))
                    .ifPresent(it -> in.put("proposers", Certainty.LIKELY, line, List.of(it.split("、"))));
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
        in.put("proposers", Certainty.CERTAIN, at, names);
        if (!names.isEmpty() && !joined.equals(list)) {
            in.repairs.add(new Note(at.number(), Note.change(list, joined)));
        }
        if (Words.fit("and-others", joined)) {
            in.notice("import-proposers", at);
        }
    }

    /** Proposal or suggestion: by the assembly, then by who asked, then by the word itself. */
    private void kind() {
        boolean numbered = in.has("number");
        String words = Grammar.unquoted(title.text()) + (numbered ? "" : Grammar.unquoted(opening.text()));
        String asker = letter.greeting.isEmpty() ? "" : letter.greeting.get(0).text();
        boolean motion = Words.fit("motion", words);
        Optional<Boolean> proposal = session.map(Grammar.Session::consultative)
                .or(() -> tells(asker, "委员们?[:：]?$", "代表们?[:：]?$"))
                .or(() -> tells(words, "政协|提案", "人大|议案|" + (numbered ? "建议" : "议案")))
                .or(() -> tells(in.first("proposal-title"), "提案$", "议案$"));
        proposal.ifPresent(is -> {
            boolean odd = session.isPresent() && (is ? motion && !words.contains("提案") : words.contains("提案"));
            Certainty certainty = session.isPresent() && !odd ? Certainty.CERTAIN : Certainty.LIKELY;
            Line from = title.text().isEmpty() ? opening : title;
            boolean kept = in.put("kind", certainty, from, is ? "proposal" : motion ? "motion" : "suggestion");
            if (odd && kept) {
                in.notice("import-kind", from);
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
            case "date", "published", "assigned" -> in.date(key, value, certainty, line);
            case "outcome", "disclosure" -> Words.find(key, value).ifPresent(it -> in.put(key, certainty, line, it));
            case "document-number" -> in.documentNumber(value, line);
            case "number" ->
                in.put(
                        key,
                        certainty,
                        line,
                        List.of(value.replaceAll("[\\s第号]", "").split("[、,，;；]")));
            case "proposers" -> names(value.replaceAll("[;；|]", "、"), line);
            case "supporting-bodies", "topics" -> in.put(key, certainty, line, List.of(value.split("[、,，;；|\\s]+")));
            case "kind" ->
                tells(value, "提案|proposal", "建议|suggestion|议案|motion")
                        .ifPresent(is -> in.put(
                                key,
                                certainty,
                                line,
                                is ? "proposal" : value.matches(".*(?:议案|motion).*") ? "motion" : "suggestion"));
            case "posted-by" ->
                Grammar.body(value).ifPresent(it -> in.put("answering-body", Certainty.GUESSED, line, it));
            case "text", "furniture" -> {}
            default -> in.put(key, certainty, line, value);
        }
    }

    /** An office and its telephone, out of a line that may also name persons; a masked number is no office's. */
    private void contact(Line line) {
        line.named().stream()
                .filter(it -> it.key().equals("contact.office"))
                .forEach(it -> in.put(it.key(), Certainty.CERTAIN, line, it.value()));
        in.find("contact.phone", Certainty.LIKELY, line, "phone");
        in.find("contact.office", Certainty.LIKELY, line, "office");
        in.notice("privacy-contact", line);
    }
}
