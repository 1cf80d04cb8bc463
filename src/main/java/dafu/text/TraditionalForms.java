package dafu.text;

import dafu.text.Hijack.Evidence;
import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Suspicion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Traditional forms within runs of otherwise simplified characters, as filters are dodged by writing them. Weak: old
 * names are written so too, and in quotation marks they are not even reported. The table holds common forms only; it
 * judges the script of a text and converts nothing else.
 */
final class TraditionalForms {
    private static final String TRADITIONAL = """
            國學會發開關對區產業經濟務員時間問題長門見現規視觀覺覽計訂認討讓訓議記講許論設訪證評識詞譯試話該詳誤
            說請諸課調談護讀變貝負財責貨質購貫貴買貸費資賓賞賣賴贊車軌軍軟輕載較輔輛輝輪輯輸轄轉農達過運還進遠違
            連遲適選遺郵鄉鄰醫釋針鈔鋼錢錯錄鎮鐘鐵鑒陽陰陳陸隊階際隨險隱難雙雜離電靈靜響頁頂項順須預領頭頻顆額顯
            風飛飯飲館養餘馬駐駕駛驗驚體魚鮮鳥麗麥黨齊齒龍龜義習聖聯聲職腦臨舉舊艦艱藝節莊華萬葉著蓋處號蟲補裝製
            複襲親觸訊貿賽趙躍協單壓應慶廣廠廳廟廢彈強歸當徑從復憲懷態慮憂懶戰戲戶擁擇擊擔據擬擴攝換揮損搖撥敵數
            斷無暢曆曉權條極構樣標樓樂機橋檔檢歡歲歷殘殺氣決況洩淨準溝溫滿漁漢潔澤濃濕灣灘災為爭爺牆獎獨獲環畢畫
            異療盡監盤眾確碼礎礦禮種稱積穩窮競筆築簡籃類糧糾紀約紅納純紙級紛細終組結絕給統絲絡維綜綠網緊線編緣縣總
            績織繼續罰羅報場塊壞夠奪婦媽孫寧實審寫寬寶將專尋導層屬岡島峽帥師帶帳幣幫幹庫張傳傷價優儲償億儀備傘偉
            側偵係倉個們來兩內冊凍劇劃則剛創動勞勝勢勵勸匯衛衝術蘇蘭蘋薦藥
            """.replaceAll("\\s", "");
    private static final String SIMPLIFIED = """
            国学会发开关对区产业经济务员时间问题长门见现规视观觉览计订认讨让训议记讲许论设访证评识词译试话该详误
            说请诸课调谈护读变贝负财责货质购贯贵买贷费资宾赏卖赖赞车轨军软轻载较辅辆辉轮辑输辖转农达过运还进远违
            连迟适选遗邮乡邻医释针钞钢钱错录镇钟铁鉴阳阴陈陆队阶际随险隐难双杂离电灵静响页顶项顺须预领头频颗额显
            风飞饭饮馆养馀马驻驾驶验惊体鱼鲜鸟丽麦党齐齿龙龟义习圣联声职脑临举旧舰艰艺节庄华万叶着盖处号虫补装制
            复袭亲触讯贸赛赵跃协单压应庆广厂厅庙废弹强归当径从复宪怀态虑忧懒战戏户拥择击担据拟扩摄换挥损摇拨敌数
            断无畅历晓权条极构样标楼乐机桥档检欢岁历残杀气决况泄净准沟温满渔汉洁泽浓湿湾滩灾为争爷墙奖独获环毕画
            异疗尽监盘众确码础矿礼种称积稳穷竞笔筑简篮类粮纠纪约红纳纯纸级纷细终组结绝给统丝络维综绿网紧线编缘县总
            绩织继续罚罗报场块坏够夺妇妈孙宁实审写宽宝将专寻导层属冈岛峡帅师带帐币帮干库张传伤价优储偿亿仪备伞伟
            侧侦系仓个们来两内册冻剧划则刚创动劳胜势励劝汇卫冲术苏兰苹荐药
            """.replaceAll("\\s", "");
    /** Simplified forms that traditional texts have as well, as characters of their own. */
    private static final String BOTH = "冲准制历叶复干着系";

    private static final byte IS_TRADITIONAL = 1;
    private static final byte IS_SIMPLIFIED = 2;
    private static final byte OPENS = 3;
    private static final byte CLOSES = 4;
    private static final byte[] CLASS = classes();

    /** One such character may be a slip of the pen. */
    private static final int LEAST = 2;

    private TraditionalForms() {}

    static List<Suspicion> amongSimplified(Hijack.Document document) {
        List<Place> places = new ArrayList<>(0);
        int characters = 0;
        for (Part part : Part.values()) {
            characters += scan(document.part(part), part, places);
        }
        if (characters < LEAST) {
            return List.of();
        }
        Place first = places.get(0);
        String phrase = document.part(first.part()).substring(first.start(), first.end());
        return List.of(new Suspicion(
                Hijack.Rule.UNICODE,
                phrase,
                places,
                Set.of(Evidence.UNICODE),
                Optional.of(simplified(phrase)),
                Optional.empty(),
                false));
    }

    /** Adds the places, each from the first to the last traditional form of a run, and counts the characters. */
    private static int scan(String text, Part part, List<Place> places) {
        int before = places.size();
        int traditional = 0;
        int simplified = 0;
        int counted = 0;
        int quoted = 0;
        int run = 0;
        int runTraditional = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            byte kind = CLASS[c];
            run++;
            if (kind == IS_TRADITIONAL) {
                traditional++;
                if (quoted == 0) {
                    first = runTraditional++ == 0 ? i : first;
                    last = i;
                }
            } else if (kind == IS_SIMPLIFIED) {
                simplified++;
            } else if (kind == OPENS || kind == CLOSES || !Width.isHan(c)) {
                // A run that is traditional throughout is a name or a quotation without its marks.
                if (runTraditional > 0 && runTraditional < run - 1) {
                    places.add(new Place(part, first, last + 1));
                    counted += runTraditional;
                }
                runTraditional = 0;
                run = 0;
                quoted = c == '\n' ? 0 : kind == OPENS ? quoted + 1 : kind == CLOSES ? Math.max(0, quoted - 1) : quoted;
            }
        }
        // A traditional text that quotes simplified words.
        if (traditional > simplified) {
            places.subList(before, places.size()).clear();
            return 0;
        }
        return counted;
    }

    private static String simplified(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = TRADITIONAL.indexOf(text.charAt(i));
            result.append(at < 0 ? text.charAt(i) : SIMPLIFIED.charAt(at));
        }
        return result.toString();
    }

    private static byte[] classes() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        TRADITIONAL.chars().forEach(c -> classes[c] = IS_TRADITIONAL);
        SIMPLIFIED.chars().filter(c -> BOTH.indexOf(c) < 0).forEach(c -> classes[c] = IS_SIMPLIFIED);
        "《“‘「『(（〈".chars().forEach(c -> classes[c] = OPENS);
        "》”’」』)）〉".chars().forEach(c -> classes[c] = CLOSES);
        return classes;
    }
}
