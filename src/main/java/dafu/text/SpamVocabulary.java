package dafu.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Advertising that search-engine poisoning puts into public pages: terms by how much each says alone. Only terms that
 * stand close together are added up, and what surrounds them may explain them: a reply on policing names the same
 * things. Words of sport, health and finance are not listed, or only count beside others.
 */
final class SpamVocabulary {
    /** Terms of one advertisement, from the first to behind the last. */
    record Cluster(int start, int end, int score) {
        /** Several signs of advertising in a few characters. */
        boolean isDense() {
            return score >= 5;
        }

        /** More than the one term that says most. */
        boolean isCompound() {
            return score > ADVERTISING;
        }
    }

    private record Term(String word, int weight) {}

    private record Match(Term term, int start) {
        int end() {
            return start + term.word.length();
        }
    }

    private static final int ADVERTISING = 3;
    private static final int CRIME = 2;
    private static final int PLAIN = 1;
    private static final int WIDEST_GAP = 3;
    private static final int MOST_TERMS = 32;
    private static final int LEAST_SCORE = 3;
    /** Plain words alone, such as 足球直播app免费下载. */
    private static final int LEAST_PLAIN_SCORE = 4;

    private static final Term[][] BY_FIRST = new Term[Character.MAX_VALUE + 1][];

    static {
        Map<Character, List<Term>> terms = new HashMap<>();
        list(terms, ADVERTISING, """
                买足球的软件 买足球软件 买足球app 买足球的app 买球的软件 买球的app 买球网 买球app 买球平台 买球软件 买球推荐 投注平台 投注网 投注app 外围投注 外围平台 足球投注 体育投注 真人视讯 真人娱乐
                棋牌娱乐 注册送彩 注册送金 注册送钱 注册送现 注册送1 注册送2 注册送3 注册送5 注册送6 注册送8 送彩金 送体验金
                澳门新葡京 新葡京 澳门威尼斯人 威尼斯人娱乐 金沙娱乐 永利娱乐 皇冠体育 开云体育 亚博体育 乐鱼体育 华体会 万博体育 凯发娱乐
                凯发k8 bet365 米兰体育 云顶娱乐 太阳城娱乐 彩票计划 时时彩平台 北京赛车pk pk10 六合彩资料 赌球app 赌球平台
                赌球软件 博彩网站 博彩平台 博彩app 电子游艺平台 电子游艺网站 网上赌场 在线赌场 澳门赌场 外围足球 真人百家乐
                成人视频 成人网站 成人电影 成人直播 激情视频 情色视频 约炮 三级片
                黑户贷款 黑户可贷 秒下款 无视征信 不看征信 不查征信 包下款 网贷口子 借款口子 私人借钱 信用卡套现 花呗套现
                破解版 官网入口 私服发布 游戏大厅 代开发票 刻章办证 办证刻章 论文代写 代写论文 代孕公司 代孕机构 代孕价格 私家侦探 迷药""");
        list(terms, CRIME, """
                赌博 赌球 网赌 博彩 赌场 百家乐 时时彩 六合彩 买球 买足球 老虎机 色情 淫秽 黄色网站 裸聊 招嫖 一夜情
                裸贷 套路贷 校园贷 高利贷 现金贷 代孕 私服 最新版下载 手机版下载 安卓版下载 苹果版下载 免费版下载""");
        list(terms, PLAIN, """
                app 下载 安装 手机版 安卓 苹果 官网 官方 入口 登录 注册 平台 软件 网站 免费 在线 直播 推荐 大全 排行榜 开户 充值 提现
                足球 篮球 体育 彩票 棋牌 电竞 娱乐 游戏 视频 世界杯 投注 代理 客服 微信 贷款 无抵押 秒批 秒到账 低息 借钱 放款 公司
                最新 网址 观看 比分 外围""");
        terms.forEach((first, list) -> {
            // The longest term that begins here is the one meant.
            list.sort((a, b) -> b.word.length() - a.word.length());
            BY_FIRST[first] = list.toArray(new Term[0]);
        });
    }

    private static final String[] SUBJECTS = {
        "足球", "篮球", "体育", "彩票", "棋牌", "电竞", "娱乐", "世界杯", "投注", "贷款", "借钱", "视频", "直播", "外围"
    };
    /** Whoever fights it names it. */
    private static final String[] ENFORCEMENT = {
        "打击", "查处", "整治", "取缔", "封堵", "屏蔽", "关停", "违法", "非法", "犯罪", "涉赌", "涉黄", "诈骗", "反诈", "公安", "警", "禁赌", "反赌", "扫黄",
        "举报", "清理", "捣毁", "侦破", "侦办", "破获", "抓获", "查获", "严禁", "禁止", "骗局", "不端", "零容忍", "处罚", "立案", "清朗", "下架"
    };
    /** Enough to explain the words of crime, which talk of prevention and of young people needs. */
    private static final String[] PREVENTION = {
        "监管", "治理", "防范", "预防", "教育", "远离", "沉迷", "抵制", "拒绝", "警惕", "危害", "不良", "有害", "不健康", "未成年", "青少年", "学生", "家长",
        "戒", "陋习", "风气", "现象", "问题", "线索", "案件", "宣传", "风险", "法律", "条例", "规定", "参与", "行为", "活动", "罪"
    };
    /** What plain words are honest beside. */
    private static final String[] SERVICE = {
        "政务", "公众号", "小程序", "预约", "便民", "市民", "群众", "居民", "图书", "医院", "公交", "缴费", "公益金", "赛事", "比赛", "球场", "场馆", "俱乐部",
        "青训", "银行", "担保", "贴息", "小微", "普惠", "信贷", "融资", "产业", "企业", "训练", "校园", "馆", "“", "‘", "《", "培训", "课程", "融媒体",
        "销售"
    };

    private static final int REACH = 48;

    private SpamVocabulary() {}

    private static void list(Map<Character, List<Term>> terms, int weight, String words) {
        for (String word : words.trim().split("\\s+")) {
            terms.computeIfAbsent(word.charAt(0), first -> new ArrayList<>()).add(new Term(word, weight));
        }
    }

    static List<Cluster> clusters(String text) {
        List<Cluster> clusters = new ArrayList<>(0);
        List<Match> open = new ArrayList<>(0);
        int length = text.length();
        for (int at = 0; at < length; ) {
            Term term = termAt(text, at);
            if (term == null) {
                at++;
                continue;
            }
            if (open.size() == MOST_TERMS
                    || !open.isEmpty()
                            && isApart(text, open.get(open.size() - 1).end(), at)) {
                close(text, open, clusters);
            }
            open.add(new Match(term, at));
            at += term.word.length();
        }
        if (!open.isEmpty()) {
            close(text, open, clusters);
        }
        return clusters;
    }

    private static Term termAt(String text, int at) {
        Term[] terms = BY_FIRST[lower(text.charAt(at))];
        if (terms != null) {
            for (Term term : terms) {
                if (matches(text, at, term.word) && !isWithinOtherWord(text, at, term.word)) {
                    return term;
                }
            }
        }
        return null;
    }

    private static boolean matches(String text, int at, String word) {
        if (at + word.length() > text.length()) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if (lower(text.charAt(at + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** 购买足球 buys balls, 采购买球网 nets; app within a longer Latin word is none. */
    private static boolean isWithinOtherWord(String text, int at, String word) {
        char before = at > 0 ? text.charAt(at - 1) : '\0';
        if (word.startsWith("买球") || word.startsWith("买足球")) {
            return before == '购' || before == '采' || before == '己';
        }
        boolean latin = Width.isLetter(word.charAt(0));
        int end = at + word.length();
        return latin && (Width.isLetter(before) || end < text.length() && Width.isLetter(text.charAt(end)));
    }

    private static char lower(char c) {
        char folded = c < 128 ? c : Width.fold(c);
        return folded >= 'A' && folded <= 'Z' ? (char) (folded + 32) : folded;
    }

    private static boolean isApart(String text, int from, int to) {
        if (to - from > WIDEST_GAP) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if ("。，、；：！？,;:!?\n“”《》（）".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void close(String text, List<Match> open, List<Cluster> clusters) {
        int start = open.get(0).start;
        int end = open.get(open.size() - 1).end();
        int score = 0;
        int strongest = 0;
        boolean plain = false;
        boolean subject = false;
        for (int i = 0; i < open.size(); i++) {
            Term term = open.get(i).term;
            boolean again = false;
            for (int j = 0; j < i; j++) {
                again |= open.get(j).term == term;
            }
            score += again ? 0 : term.weight;
            strongest = Math.max(strongest, term.weight);
            plain |= term.weight == PLAIN;
            subject |= isOneOf(term.word, SUBJECTS);
        }
        open.clear();
        boolean advertises = strongest == ADVERTISING
                || strongest == CRIME && plain && score >= LEAST_SCORE
                || subject && score >= LEAST_PLAIN_SCORE;
        if (advertises && !isExplained(text, start, end, strongest)) {
            clusters.add(new Cluster(start, end, score));
        }
    }

    private static boolean isExplained(String text, int start, int end, int strongest) {
        String sentence = around(text, start, end, "。；！？\n");
        if (strongest == ADVERTISING) {
            // Nearer by: a sentence has room for an advertisement and for the police.
            return containsAny(around(text, start, end, "。；！？\n，,：:"), ENFORCEMENT)
                    || isQuoted(text, start, end) && containsAny(sentence, ENFORCEMENT);
        }
        return containsAny(sentence, ENFORCEMENT)
                || strongest == CRIME && containsAny(sentence, PREVENTION)
                || strongest == PLAIN && (containsAny(sentence, SERVICE) || containsAny(sentence, PREVENTION));
    }

    private static boolean isQuoted(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && "“‘\"『「".indexOf(text.charAt(start - 1)) >= 0
                && "”’\"』」".indexOf(text.charAt(end)) >= 0;
    }

    private static String around(String text, int start, int end, String ends) {
        int from = start;
        while (from > 0 && start - from < REACH && ends.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < REACH && ends.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isOneOf(String word, String[] words) {
        for (String other : words) {
            if (other.equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsAny(String text, String[] words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
