package dafu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SlugTest {
    /** Addresses that were published once: a line may be added, none may change. */
    private static final String SLUGS = """
            湖南城陵矶新港区管理委员会 | hunanchenglingjixingangquguanliweiyuan-3zeb
            岳阳市政协九届二次会议 | yueyangshizhengxiejiujieercihuiyi-gecg
            中国人民政治协商会议第十四届全国委员会第二次会议 | zhongguorenminzhengzhixieshanghuiyidishi-7u4z
            九三学社岳阳市委 | jiusanxuesheyueyangshiwei-3yj6
            飞地经济 | feidijingji-a9zb
            二〇二三 | erlingersan-zp9w
            2023年第058号提案 | 2023-niandi-058-haotian-zxtg
            岳发改字〔2021〕55号 | yuefagaizi-2021-55-hao-dywm
            ＤＨ０２７１ | dh0271-d2mf
            DH0271 | dh0271-s2c2
            市财政局(市国资委) | shicaizhengju-shiguoziwei-8njc
            5G基站 | 5g-jizhan-xg2x
            Ministry of Justice | ministry-of-justice-2wdb
            People’s Congress | peoples-congress-wxby
            Élysée Straße Æther | elysee-strasse-aether-3seb
            Österreichische Donaudampfschifffahrtselektrizitätengesellschaft | osterreichische-jrb5
            Россия | x-em7a
            アニメ北京 | beijing-fdqu
            🎉 | x-nfdc
            ，。 | x-tcfa
            厦门市人民政府 | xiamenshirenminzhengfu-xync
            廈門市人民政府 | xiamenshirenminzhengfu-6mmq
            長沙市長江路街道辦事處 | changshashichangjianglujiedaobanshichu-etsr
            长沙市长江路街道办事处 | changshashichangjianglujiedaobanshichu-hgnh
            长沙市长 | changshashizhang-vm8k
            市长期护理保险 | shichangqihulibaoxian-rcfc
            广州市长途客运 | guangzhoushichangtukeyun-26pv
            长春市发展和改革委员会 | changchunshifazhanhegaigeweiyuanhui-bu98
            长治市审计局审计长 | changzhishishenjijushenjizhang-v3ik
            长子县河长制办公室 | zhangzixianhezhangzhibangongshi-dbak
            重庆市都江堰 | chongqingshidujiangyan-u5t7
            重庆市重点项目重新调整 | chongqingshizhongdianxiangmuchongxintiao-hmn8
            重阳节 | chongyangjie-ugs7
            成都市都市圈 | chengdushidushiquan-tygk
            首都 | shoudu-hyu4
            六安市安全生产监督管理局 | luanshianquanshengchanjianduguanliju-j49s
            第六安全生产组 | diliuanquanshengchanzu-irns
            六盘水市 | liupanshuishi-zwse
            蚌埠市会计学会 | bengbushikuaijixuehui-5sb5
            人大会计监督 | rendakuaijijiandu-n4u4
            社会计划生育 | shehuijihuashengyu-rjsx
            朝阳区 | chaoyangqu-zbhr
            中国人民银行业务管理部 | zhongguorenminyinhangyewuguanlibu-5gtk
            银行业与行业协会 | yinhangyeyuhangyexiehui-a9im
            市行政审批局 | shixingzhengshenpiju-cw6g
            音乐家协会 | yinyuejiaxiehui-qthi
            乐山市 | leshanshi-hq7n
            乐亭县 | laotingxian-ss7y
            乐清市 | yueqingshi-ckad
            佛山市 | foshanshi-gv3u
            台州市 | taizhoushi-9ami
            丽水市 | lishuishi-ch92
            东阿县 | dongexian-xxsd
            阿坝藏族羌族自治州 | abazangzuqiangzuzizhizhou-y25t
            西藏自治区 | xizangzizhiqu-i85j
            矿藏 | kuangcang-f4ju
            馆藏文物 | guancangwenwu-v3jy
            番禺区 | panyuqu-u7w4
            单县 | shanxian-ft4c
            名单县级 | mingdanxianji-9peq
            任丘市 | renqiushi-mww7
            泌阳县 | biyangxian-rh3s
            洪洞县 | hongtongxian-4fc3
            井陉县 | jingxingxian-iag3
            吴堡县 | wubuxian-jjsc
            莘庄镇 | xinzhuangzhen-p68i
            莘县 | shenxian-hfgw
            歙县 | shexian-s4yu
            黟县 | yixian-e6i5
            亳州市 | bozhoushi-2wxk
            涡阳县 | guoyangxian-pfvs
            尉犁县 | yulixian-qbhc
            尉氏县 | weishixian-sq5z
            蔚县 | yuxian-4pd9
            大城县 | daichengxian-usga
            特大城市 | tedachengshi-y9be
            大埔县 | dabuxian-2w34
            黄埔区 | huangpuqu-d8my
            什邡市 | shifangshi-zz9z
            喀什地区 | kashidiqu-9auj
            地铁 | ditie-zbdg
            给排水公司 | jipaishuigongsi-dgww
            供给侧 | gongjice-b9m6
            给予 | jiyu-k68w
            调研室 | diaoyanshi-bpma
            调解仲裁 | tiaojiezhongcai-f3ux
            南水北调办 | nanshuibeidiaoban-bxzq
            退耕还林 | tuigenghuanlin-6rz4
            还是 | haishi-58xh
            城市绿化局 | chengshilvhuaju-4s6j
            妇女联合会 | funvlianhehui-yz3p
            略阳县 | lveyangxian-h4d5
            乾县 | qianxian-dahw
            著名 | zhuming-jrrn
            着力 | zhuoli-wbhc
            标识 | biaozhi-gaqj
            畜牧局 | xumuju-4ca6
            畜禽 | chuqin-wecv
            出差 | chuchai-d4rp
            人参 | renshen-xjj4
            校对 | jiaodui-6dyu
            学校正常 | xuexiaozhengchang-ysic
            效率 | xiaolv-fain
            率先 | shuaixian-zygy
            曾经 | cengjing-tpz5
            曾某 | zengmou-56cx
            了解 | liaojie-x5f8
            为了 | weile-f5me
            目的地 | mudidi-g6yc
            """;

    @Test
    void aNameIsReadAsItIsSpokenAndKeepsItsAddress() {
        String slugs = SLUGS.lines()
                .map(line -> line.substring(0, line.indexOf(" | ")))
                .map(name -> name + " | " + Slug.of(name) + "\n")
                .collect(Collectors.joining());

        assertThat(slugs).isEqualTo(SLUGS);
    }

    @Test
    void anEmptyNameHasASlugToo() {
        assertThat(Slug.of("")).isEqualTo("x-6q2n");
    }

    @Test
    void composedAndDecomposedLettersAreTheSameName() {
        assertThat(Slug.of("E\u0301lyse\u0301e")).isEqualTo(Slug.of("\u00C9lys\u00E9e"));
    }

    @Test
    void compatibilityIdeographsAreTheSameNameAsTheIdeograph() {
        assertThat(Slug.of("\uF92C")).isEqualTo(Slug.of("\u90CE"));
    }

    /** U+10EFD came with Unicode 15 and moves before the acute where it is known: JDK 17 does not, JDK 25 does. */
    @Test
    void aMarkThatOnlyNewerJdksKnowIsLeftWhereItStands() {
        assertThat(Slug.of("q\u0301\uD803\uDEFD")).isEqualTo("q-hr66");
    }

    @Test
    void namesThatSoundAlikeDiffer() {
        assertThat(Slug.of("市民政局")).isNotEqualTo(Slug.of("市民正局"));
    }

    @Test
    void aStemIsCutBetweenSyllables() {
        assertThat(Slug.of("湖南城陵矶新港区管理委员会").replaceFirst("-[^-]*$", ""))
                .isEqualTo("hunanchenglingjixingangquguanliweiyuan");
    }

    @Test
    void noTwoOfFiftyThousandNamesShareASlug() {
        Map<String, String> names = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (String name : fiftyThousandNames()) {
            String other = names.put(Slug.of(name), name);
            if (other != null) {
                shared.add(name + " and " + other);
            }
        }

        assertThat(shared).isEmpty();
        assertThat(names).hasSizeGreaterThan(50_000);
    }

    private static Set<String> fiftyThousandNames() {
        String[] places = ("北京 上海 天津 重庆 岳阳 长沙 株洲 湘潭 衡阳 邵阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 深圳 佛山 东莞 "
                        + "珠海 汕头 韶关 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 潮州 揭阳 云浮 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 "
                        + "荆州 黄冈 咸宁 随州 恩施 宜春 伊春 苏州 宿州 泰州 台州 徐州 许州 福州 抚州 亳州 博州 渝北 余杭 临沂 临汾")
                .split(" ");
        String[] levels = {"市", "县", "区", "省", "州"};
        String[] matters = ("发展和改革委员 教育 科学技术 工业和信息化 公安 民政 司法 财政 人力资源和社会保障 自然资源 生态环境 住房和城乡建设 "
                        + "交通运输 水利 农业农村 商务 文化和旅游 卫生健康 退役军人事务 应急管理 审计 市场监督管理 体育 统计 医疗保障 城市管理 信访 "
                        + "林业 粮食 国防动员")
                .split(" ");
        String[] offices = {"局", "委员会", "办公室", "中心", "处"};
        Set<String> names = new HashSet<>();
        for (String place : places) {
            for (String level : levels) {
                for (String matter : matters) {
                    for (String office : offices) {
                        names.add(place + level + matter + office);
                    }
                }
                for (int term = 1; term <= 15; term++) {
                    for (int meeting = 1; meeting <= 5; meeting++) {
                        names.add(place + level + "政协" + term + "届" + meeting + "次会议");
                    }
                }
            }
        }
        return names;
    }

    @Test
    void anyTextGivesAnAddress() {
        Random random = new Random(20231123);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            String name = randomText(random);
            if (!Slug.of(name).matches("[a-z0-9]+(-[a-z0-9]+)*-[a-km-np-z2-9]{4}")
                    || Slug.of(name).length() > 45) {
                wrong.add(name);
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Code points of every plane, unpaired surrogates among them, mixed with Han and Latin letters. */
    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(Character.MAX_CODE_POINT + 1);
                        case 1 -> random.nextInt(0x10000);
                        case 2 -> random.nextInt(0x4E00, 0xA000);
                        default -> random.nextInt(0x250);
                    });
        }
        return text.toString();
    }

    @Test
    void theWordsOfReadingsAreConsistent() {
        Set<String> syllables = Resource.lines("pinyin.txt").stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
        Map<String, String> readings = new HashMap<>();
        List<String> findings = new ArrayList<>();
        for (String line : Resource.lines("readings.txt")) {
            String[] parts = line.split(" ");
            if (!syllables.contains(parts[1])) {
                findings.add(parts[1] + " is no syllable");
            }
            for (String word : Arrays.asList(parts).subList(2, parts.length)) {
                if (word.length() < 2 || !word.contains(parts[0])) {
                    findings.add(word + " is no word with " + parts[0]);
                }
                if (!Han.simplify(word).equals(word)) {
                    findings.add(word + " is never found: words are looked up in simplified text");
                }
                if (readings.put(parts[0] + word, parts[1]) != null) {
                    findings.add(word + " stands twice for " + parts[0]);
                }
            }
        }

        assertThat(findings).isEmpty();
    }
}
