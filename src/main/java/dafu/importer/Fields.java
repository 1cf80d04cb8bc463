package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Diagnostic;
import dafu.text.Han;
import dafu.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of the front matter that a letter gives, each with the words it was read from; what is not there stays absent. */
final class Fields {
    private static final Pattern NAMES_IN_TITLE = Pattern.compile(
            "(?<=对|关于|会议|号\\(|^)((?:[\\p{IsHan}·]{2,5}、)*[\\p{IsHan}·]{2,5}?)(?:等\\d*[位名人]*)?(?:政协|人大)?(委员|代表)(?=\\)|提出|所提|第|《|关于|的)");
    private static final Pattern NO_NAME = Pattern.compile(".*(?:政协|人大|各位|全体|有关|部分|尊敬|界别|您|贵|会议|届).*|代表|委员|的");
    private static final Pattern ASKED_WITHOUT_MARKS = Pattern.compile(
            "(?:提出的|提交的|关于您?提出的)[“\"]?((?:关于|对|加强|加快|推进|支持|建立|完善|进一步|尽快)[^,。《》]{4,70}?的?(?:提案|建议|议案))[”\"]?\\s*(?:\\([^)]*\\))?\\s*(?:已|收悉|收到|由|交|,)");
    private static final Pattern ASKED_IN_TITLE =
            Pattern.compile("(?:关于|对)[“\"]?(关于[^《》]{4,60}?的?(?:提案|建议|议案))[”\"]?(?=的?(?:\\(.{1,16}\\))?的?(?:答复|复函|回复))");
    private static final Pattern PARTY = Pattern.compile(
            ".*(?:民革|民盟|民建|民进|农工|致公党|九三|台盟|工商联|无党派|共青团|团[省市县区]?委|青联|妇联|工会|科协|侨联|台联|文联|残联|界别?|小组|活动组|工作室|商会|协会|学会|联合会|联谊会|知联会|新联会|代表团|支部).*");
    private static final Pattern AGENCY = Pattern.compile(".*(?:局|厅|部|办|办公室|委|委员会|政府|中心|集团|公司|院|处|大队|支队|街道|镇)");
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\d*])(0\\d{2,3}\\s*[-—]?\\s*\\d{7,8}|\\d{7,8})(?![\\d*])");
    private static final Pattern OFFICE =
            Pattern.compile("(?<=[\\s:,;(]|^)((?!联系|承办|经办)\\p{IsHan}{2,14}(?:科|处|室|股))(?=[\\s,;:)]|$)");
    private static final Pattern OUTCOME = Pattern.compile("(?<![a-z0-9])([a-d甲乙丙丁]\\d?)\\s*(?:类|$|[)\\]】])");
    private static final Pattern DISCLOSURE = Pattern.compile("主动公开|依申请公开|不予公开|不同意公开|同意公开|公开");

    private final Page page;
    private final Letter letter;
    private final Line title;
    private final Line opening;
    private final Map<String, Finding> found = new TreeMap<>();
    private final List<Note> repairs = new ArrayList<>();
    private final List<Diagnostic> noticed = new ArrayList<>();
    private Optional<Grammar.Session> session = Optional.empty();

    /** What was read, by key, with the changes that reading made and what an editor has to decide. */
    record Read(
            Map<String, Finding> found,
            Optional<Grammar.Session> session,
            List<Note> repairs,
            List<Diagnostic> noticed) {}

    private Fields(Page page, Letter letter) {
        this.page = page;
        this.letter = letter;
        this.title = letter.title().orElse(new Line(0, "", true));
        List<Line> text = letter.text();
        StringBuilder first = new StringBuilder();
        for (int i = letter.addressee();
                i < Math.min(text.size(), letter.addressee() + 3)
                        && !first.toString().matches("(?s).*(?:收悉|如下).*");
                i++) {
            first.append(text.get(i).head()).append(' ');
        }
        this.opening = new Line(
                text.isEmpty()
                        ? 0
                        : text.get(Math.min(letter.addressee(), text.size() - 1))
                                .number(),
                first.toString(),
                true);
    }

    static Read of(Page page, Letter letter) {
        Fields fields = new Fields(page, letter);
        fields.said();
        fields.title();
        fields.sessionAndNumber();
        fields.asked();
        fields.foot();
        fields.marks();
        fields.addressee();
        fields.kind();
        fields.labels();
        fields.contact();
        return new Read(fields.found, fields.session, fields.repairs, fields.noticed);
    }

    /** What a list's columns say goes before everything; what a page's head says comes after its text. */
    private void said() {
        if (page.places().unit() == Page.Places.Unit.ROW) {
            page.said().forEach((key, said) -> named(key, said.value(), Certainty.CERTAIN, 0, said.where()));
        }
    }

    private void title() {
        letter.title().ifPresent(line -> put("title", Certainty.CERTAIN, line, line.text()));
        Page.Said said = page.said().get("title");
        if (said != null) {
            put("title", Certainty.LIKELY, new Line(0, said.where(), true), said.value());
        }
        String folded = Han.fold(titleText());
        if (folded.matches(".*\\((?:节选|摘登)\\)")) {
            put("extent", Certainty.CERTAIN, title, "excerpt");
        } else if (folded.matches(".*\\((?:摘要|摘编)\\)")) {
            put("extent", Certainty.CERTAIN, title, "summary");
        }
        if (folded.matches(".*(?:会办|协办)(?:意见|件|单位).*")) {
            put("role", Certainty.CERTAIN, title, "supporting-opinion");
        }
    }

    private String titleText() {
        return found.containsKey("title")
                ? title.with(found.get("title").values().get(0)).head()
                : "";
    }

    private void sessionAndNumber() {
        Line line = title.with(titleText());
        session = Grammar.session(Grammar.blankQuoted(line.text()));
        session.ifPresent(it -> put("session", Certainty.CERTAIN, line, it.name()));
        List<String> numbers = Grammar.numbers(line.text());
        put("number", Certainty.CERTAIN, line, numbers.toArray(String[]::new));
        letter.labels().stream().filter(label -> !label.below()).forEach(label -> {
            if (List.of("session", "number").contains(label.named().key())) {
                named(
                        label.named().key(),
                        label.named().value(),
                        Certainty.CERTAIN,
                        label.line().number(),
                        label.line().text());
            }
        });
        Optional<Grammar.Session> again = Grammar.session(Grammar.blankQuoted(opening.text()));
        again.ifPresent(it -> put("session", Certainty.LIKELY, opening, it.name()));
        if (session.isEmpty()) {
            session = found.containsKey("session")
                    ? Grammar.session(found.get("session").values().get(0) + "第1号")
                    : Optional.empty();
        }
        List<String> inText = Grammar.numbers(opening.text());
        put("number", Certainty.LIKELY, opening, inText.toArray(String[]::new));
        if (!inText.isEmpty() && found.get("number").values().stream().noneMatch(inText::contains)) {
            differ("number", String.join("、", found.get("number").values()), String.join("、", inText), opening);
        }
    }

    /** The title of what was asked: in 《》 in the opening, else as the opening or the title says it without. */
    private void asked() {
        Grammar.quoted(opening.text())
                .filter(Fields::isAsked)
                .ifPresent(it -> put("proposal-title", Certainty.CERTAIN, opening, it));
        Grammar.quoted(titleText())
                .filter(Fields::isAsked)
                .ifPresent(it -> put("proposal-title", Certainty.CERTAIN, title, it));
        without(ASKED_WITHOUT_MARKS, opening);
        without(ASKED_IN_TITLE, title.with(titleText()));
        Finding asked = found.get("proposal-title");
        if (asked != null
                && (asked.values().get(0).contains("会议")
                        || !Grammar.numbers(asked.values().get(0)).isEmpty())) {
            found.remove("proposal-title");
        }
    }

    private void without(Pattern pattern, Line line) {
        Matcher matcher = pattern.matcher(line.folded());
        if (matcher.find()) {
            put("proposal-title", Certainty.LIKELY, line, line.text().substring(matcher.start(1), matcher.end(1)));
        }
    }

    private static boolean isAsked(String words) {
        return words.length() >= 4
                && words.length() <= 120
                && words.matches(".*(?:关于|提案|建议|议案|问题|加强|推进|加快).*")
                && !words.matches(".*(?:条例|办法|通知|法)");
    }

    private void foot() {
        List<Line> foot = letter.text().subList(letter.foot(), letter.text().size());
        List<String> bodies = new ArrayList<>();
        for (Line line : foot) {
            Optional<String[]> both = Grammar.signed(line.text());
            Optional<String> body = both.map(parts -> parts[0]).or(() -> Grammar.body(line.text()));
            body.filter(name -> !bodies.contains(name)
                            && !(found.containsKey("date") && found.containsKey("answering-body")))
                    .ifPresent(name -> {
                        bodies.add(name);
                        put("answering-body", Certainty.CERTAIN, line, name);
                    });
            date("date", both.map(parts -> parts[1]).orElse(line.text()), Certainty.CERTAIN, line);
        }
        if (bodies.size() > 1) {
            notice(
                    "import-bodies",
                    foot.get(0),
                    Message.of("落款有几个单位：%s", "several bodies sign: %s", String.join("、", bodies)),
                    Message.of(
                            "只取了第一个，其余的可写进 supporting-bodies",
                            "the first was taken; the others may go into supporting-bodies"));
        }
        Matcher head =
                Pattern.compile("(\\p{IsHan}{3,30}?)(?:关于|对(?!口|外|接|标)).*").matcher(titleText());
        if (head.matches()) {
            Grammar.body(head.group(1)).ifPresent(name -> put("answering-body", Certainty.CERTAIN, title, name));
        }
        letter.marks().stream()
                .filter(line -> line.folded().matches("\\(.*\\)"))
                .forEach(line -> date("date", line.text(), Certainty.LIKELY, line));
    }

    /** Document number, outcome and disclosure, which may share a line. */
    private void marks() {
        List<Line> lines = new ArrayList<>(letter.marks());
        lines.add(title.with(titleText()));
        for (Line line : lines) {
            Optional<String[]> number = Grammar.documentNumber(line.head());
            number.ifPresent(it -> documentNumber(it, Certainty.CERTAIN, line));
            String rest = number.map(it -> line.head().replace(it[0], " ")).orElse(line.head());
            Matcher outcome = OUTCOME.matcher(Han.fold(rest));
            if (letter.marks().contains(line)) {
                value(outcome, rest).ifPresent(it -> put("outcome", Certainty.CERTAIN, line, it));
                value(DISCLOSURE.matcher(Han.fold(rest)), rest)
                        .ifPresent(it -> put("disclosure", Certainty.CERTAIN, line, it));
            }
        }
    }

    private void documentNumber(String[] number, Certainty certainty, Line line) {
        if (put("document-number", certainty, line, number[1]) && !number[0].equals(number[1])) {
            repairs.add(new Note(
                    line.number(), Message.of("发文字号“%s”→“%s”", "document number “%s” → “%s”", number[0], number[1])));
        }
    }

    /** Who is written to: members, an organisation that asked, or the body that leads the matter. */
    private void addressee() {
        if (letter.addressee() > 0) {
            List<Line> lines = letter.text().subList(0, letter.addressee());
            Line line = lines.get(0)
                    .with(String.join(
                            "、",
                            lines.stream()
                                    .map(it -> it.text().replaceFirst("[:：,，!！、]\\s*$", ""))
                                    .toList()));
            String name = line.text()
                    .replaceFirst("^(?:尊敬的|敬爱的)", "")
                    .replaceFirst("同志$", "")
                    .strip();
            boolean supporting = (titleText() + opening.text()).matches(".*(?:会办|协办).*");
            if (name.matches(".*(?:委员|代表)们?")) {
                names(name, line);
            } else if (PARTY.matcher(name).matches() && !supporting
                    || opening.text().matches(".*贵[^,，。]{1,4}提(?:出|交)的.*") && !supporting) {
                put("proposers", Certainty.CERTAIN, line, name.split("[、,，]"));
            } else if (AGENCY.matcher(name).matches() && !name.matches(".*(?:政协|人大).*")) {
                put("role", supporting ? Certainty.CERTAIN : Certainty.LIKELY, line, "supporting-opinion");
            } else if (PARTY.matcher(name).matches() && !found.containsKey("role")) {
                put("proposers", Certainty.LIKELY, line, name.split("[、,，]"));
            }
        }
        for (Line line : List.of(title.with(titleText()), opening)) {
            Matcher matcher = NAMES_IN_TITLE.matcher(line.folded());
            if (matcher.find() && !NO_NAME.matcher(matcher.group(1)).matches()) {
                put(
                        "proposers",
                        Certainty.LIKELY,
                        line,
                        line.text().substring(matcher.start(1), matcher.end(1)).split("、"));
            }
        }
    }

    private void names(String line, Line at) {
        // 张 某 is one name that was padded to the width of three characters.
        String joined = line.replaceAll("(?<!\\p{IsHan})(\\p{IsHan})\\s+(\\p{IsHan})(?!\\p{IsHan})", "$1$2")
                .replaceAll("(?<!\\p{IsHan})(\\p{IsHan})\\s+(\\p{IsHan})(?=(?:委员|代表))", "$1$2");
        String bare =
                joined.replaceFirst("等?\\s*[\\d一二三四五六七八九十]*\\s*[位名人]*\\s*(?:市|省|区|县|全国)?(?:政协|人大)?(?:委员|代表)们?$", "");
        List<String> names = new ArrayList<>();
        for (String part : bare.split("[、,，;；\\s]+|(?<=委员|代表)[和及]")) {
            String name = part.replaceFirst("(?:政协|人大)?(?:委员|代表)$", "")
                    .replaceFirst("^(?:尊敬的|和|及)", "")
                    .replaceFirst("[（(].*[）)]$", "")
                    .strip();
            if (name.length() >= 2 && !NO_NAME.matcher(name).matches()) {
                names.add(name);
            }
        }
        put("proposers", Certainty.CERTAIN, at, names.toArray(String[]::new));
        if (!names.isEmpty() && !joined.equals(line)) {
            repairs.add(new Note(
                    at.number(), Message.of("姓名中的空格去掉：%s", "spaces taken out of names: %s", String.join("、", names))));
        }
        if (joined.matches(".*等.{0,6}(?:委员|代表)们?")) {
            notice(
                    "import-proposers",
                    at,
                    Message.of("“等”字后面还有人没有列出", "“等”: there are more proposers than are named"),
                    Message.of("知道是谁就补进 proposers", "add them to proposers if they are known"));
        }
    }

    /** Proposal or suggestion: by the assembly, then by who asked, then by the word itself. */
    private void kind() {
        String words = Grammar.blankQuoted(titleText())
                + (found.containsKey("number") ? "" : " " + Grammar.blankQuoted(opening.text()));
        boolean motion = words.matches(".*号?[)）]?(?:重点)?议案.*");
        String addressee = letter.addressee() > 0 ? letter.text().get(0).folded() : "";
        Line from = words.isBlank() ? opening : title.with(titleText());
        if (session.isPresent()) {
            boolean proposal = session.get().consultative();
            boolean odd = proposal ? !words.contains("提案") && words.contains("议案") : words.contains("提案");
            put(
                    "kind",
                    odd ? Certainty.LIKELY : Certainty.CERTAIN,
                    from,
                    proposal ? "proposal" : motion ? "motion" : "suggestion");
            if (odd) {
                notice(
                        "import-kind",
                        from,
                        Message.of("届次和“提案”“建议”的叫法不一致", "the session and the word for what was asked disagree"),
                        Message.of(
                                "按届次写成 %s，请核对",
                                "written as %s, after the session",
                                found.get("kind").values().get(0)));
            }
        } else if (addressee.matches(".*委员们?:?$") || words.matches(".*政协.*")) {
            put("kind", Certainty.LIKELY, from, "proposal");
        } else if (addressee.matches(".*代表们?:?$") || words.matches(".*人大.*")) {
            put("kind", Certainty.LIKELY, from, motion ? "motion" : "suggestion");
        } else if (words.contains("提案") || motion) {
            put("kind", Certainty.LIKELY, from, motion ? "motion" : "proposal");
        } else if (words.matches(".*建议.*") && found.containsKey("number")) {
            put("kind", Certainty.LIKELY, from, "suggestion");
        } else if (found.containsKey("proposal-title")) {
            String asked = found.get("proposal-title").values().get(0);
            value(Pattern.compile("提案$").matcher(asked), asked)
                    .ifPresent(it -> put("kind", Certainty.LIKELY, opening, "proposal"));
        }
    }

    private void labels() {
        List<String> alsoBelow = List.of("published", "index-number", "disclosure", "outcome", "document-number");
        for (Letter.Label label : letter.labels()) {
            if (!label.below() || alsoBelow.contains(label.named().key())) {
                boolean vague =
                        List.of("日期", "时间", "类别", "名称").contains(label.named().label());
                named(
                        label.named().key(),
                        label.named().value(),
                        vague ? Certainty.LIKELY : Certainty.CERTAIN,
                        label.line().number(),
                        label.line().text());
            }
        }
        page.said().forEach((key, said) -> named(key, said.value(), Certainty.LIKELY, 0, said.where()));
        if (found.containsKey("date")
                && found.containsKey("published")
                && found.get("published")
                                .values()
                                .get(0)
                                .compareTo(found.get("date").values().get(0))
                        < 0) {
            differ(
                    "published",
                    found.get("published").values().get(0),
                    found.get("date").values().get(0),
                    opening);
        }
    }

    /** A value that the page names itself, in the form that its key wants; one that does not fit is not taken. */
    private void named(String key, String value, Certainty certainty, int number, String quote) {
        Line line = new Line(number, quote, true);
        String folded = Han.fold(value);
        switch (key) {
            case "date", "published", "assigned" -> date(key, value, certainty, line);
            case "outcome" -> value(OUTCOME.matcher(folded), value).ifPresent(it -> put(key, certainty, line, it));
            case "disclosure" ->
                value(DISCLOSURE.matcher(folded), value).ifPresent(it -> put(key, certainty, line, it));
            case "document-number" ->
                Grammar.documentNumber(value).ifPresent(it -> documentNumber(it, certainty, line));
            case "number" ->
                put(
                        key,
                        certainty,
                        line,
                        Arrays.stream(value.split("[、,，;；]"))
                                .map(it -> it.replaceAll("[\\s第号]", ""))
                                .toArray(String[]::new));
            case "session" -> put(key, certainty, line, value);
            case "proposers" -> names(value.replaceAll("[;；|]", "、"), line);
            case "supporting-bodies", "topics" -> put(key, certainty, line, value.split("[、,，;；|\\s]+"));
            case "kind" -> kind(value, line);
            case "posted-by" -> Grammar.body(value).ifPresent(it -> put("answering-body", Certainty.GUESSED, line, it));
            case Labels.TEXT, Labels.FURNITURE -> {}
            default -> put(key, certainty, line, value);
        }
    }

    private void kind(String value, Line line) {
        for (String[] kind : new String[][] {{"提案", "proposal"}, {"议案", "motion"}, {"建议", "suggestion"}, {"", value}}) {
            if (value.contains(kind[0]) && (!kind[0].isEmpty() || value.matches("[a-z-]+"))) {
                put("kind", Certainty.CERTAIN, line, kind[1]);
            }
        }
    }

    private void date(String key, String text, Certainty certainty, Line line) {
        Optional<Dates.Reading> reading = Dates.read(text);
        if (reading.isEmpty() || found.containsKey(key)) {
            return;
        }
        Certainty least = reading.get().certainty().compareTo(certainty) > 0
                ? reading.get().certainty()
                : certainty;
        List<LocalDate> days = reading.get().days();
        reading.get().day().ifPresent(day -> put(key, least, line, day.toString()));
        if (days.size() != 1) {
            notice(
                    "import-date",
                    line,
                    days.isEmpty()
                            ? Message.of("没有“%s”这一天", "“%s” is not a date", text.strip())
                            : Message.of(
                                    "“%s”可以读成 %s",
                                    "“%s” can be read as %s",
                                    text.strip(),
                                    days.toString().replaceAll("[\\[\\]]", "")),
                    Message.of("查对原件，在 %s 里写明", "look at the original and write it as %s", key));
        } else if (reading.get().certainty() != Certainty.CERTAIN) {
            repairs.add(new Note(
                    line.number(), Message.of("日期“%s”读作 %s", "date “%s” read as %s", text.strip(), days.get(0))));
        }
    }

    /** An office and its telephone, out of lines that also name persons; a masked number is no office's. */
    private void contact() {
        for (Line line : letter.contacts()) {
            Labels.in(line.head()).stream()
                    .filter(it -> it.key().equals("contact.office"))
                    .forEach(it -> put(it.key(), Certainty.CERTAIN, line, it.value()));
            value(PHONE.matcher(line.folded()), line.text())
                    .ifPresent(it -> put("contact.phone", Certainty.LIKELY, line, it.replaceAll("\\s", "")));
            value(OFFICE.matcher(line.folded()), line.text())
                    .ifPresent(it -> put("contact.office", Certainty.LIKELY, line, it));
            notice(
                    "privacy-contact",
                    new Line(line.number(), "", true),
                    Message.of(
                            "联系人一行已略去：办理人员的姓名和电话不公开",
                            "a line with a contact person was left out: the names and telephones of staff are not published"),
                    Message.of("contact 只写科室和办公电话", "contact holds an office and its telephone alone"));
        }
    }

    private static Optional<String> value(Matcher matcher, String text) {
        boolean there = matcher.find();
        int group = there ? Math.min(1, matcher.groupCount()) : 0;
        return there ? Optional.of(text.substring(matcher.start(group), matcher.end(group))) : Optional.empty();
    }

    /** Keeps a value unless a surer one is there already; says whether it was kept. */
    private boolean put(String key, Certainty certainty, Line line, String... values) {
        List<String> kept = Arrays.stream(values)
                .map(value -> value.replaceAll("\\s+", " ").strip())
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return !kept.isEmpty()
                && found.putIfAbsent(key, new Finding(key, kept, certainty, line.number(), Note.clipped(line.text())))
                        == null;
    }

    private void differ(String key, String one, String other, Line line) {
        notice(
                "import-differs",
                line,
                Message.of("%s 有两种说法：“%s”和“%s”", "%s is given twice: “%s” and “%s”", key, one, other),
                Message.of("取了前一种，请核对", "the first was taken; look at the original"));
    }

    private void notice(String rule, Line line, Message message, Message hint) {
        noticed.add(Diagnostic.warning(page.at(line.number()), rule, message, hint));
    }
}
