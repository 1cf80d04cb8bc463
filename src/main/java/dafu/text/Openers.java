package dafu.text;

/** Words that open many honest titles and headings, so that finding them repeated says nothing. */
final class Openers {
    private static final String[] WORDS = """
            关于 对于 对 就 针对 围绕 结合 按照 根据 依据 依托 基于 鉴于 通过 为 以 在 将 把 由 从 与 向 如何 怎样 是否
            进一步 加强 加快 加大 支持 建立 推进 推动 完善 强化 深化 提升 提高 优化 落实 持续 积极 坚持 科学 扎实 全面 大力
            着力 切实 严格 严肃 规范 健全 创新 统筹 构建 打造 促进 开展 做好 做强 做优 做实 抓好 抓实 注重 突出 聚焦 立足 充分 依法
            合理 有序 稳步 不断 继续 下一步 下步 存在 目前 当前 基本 主要 工作 今后 近年来 已 现 拟 正在 尽快 尽早 力争 争取
            实施 制定 出台 发挥 改善 改进 扩大 拓展 增加 增强 整合 保障 保护 保持 确保 加密 减少 降低 解决 破解 培育 培养 引导
            鼓励 探索 遏制 打通 补齐 延长 延伸 缓解 治理 整治 增进 重视 允许 取消 恢复 修建 修缮 修复 修订 盘活 挖掘 传承
            弘扬 引进 招引 压实 防止 防范 预防 关注 关爱 关心 帮助 扶持 试行 推出 调整 适当 拓宽 畅通 疏通 打响 擦亮 搭建 办好 管好
            激发 激活 释放 助力 赋能 服务 保证 满足 方便 便利 活化 守护 守住 消除 减轻 缩短 简化 压缩 清理 拆除 迁建 扩建 续建 启动 组织 设立 成立 增设 新建 改造 升级 明确 理顺 探讨 尊重 倡导 营造 推广 推行 发展 建设 开发 利用 用好
            您 你 贵 代表 委员 提案 建议 意见 答复 办理 有关 涉及 所提 所反映 反映 您们 我 本 该 此 上述 以上 相关
            第 一是 二是 三是 一方面 不 没有 未
            问题 情况 原因 措施 成效 责任 完成 牵头 配合 项目 目标 总体 具体 重点 政策 制度 机制 经费 资金 时间 地点 单位
            """.trim().split("\\s+");
    /** Ends of bodies' and places' names, which open headings as well. */
    private static final String NAME_ENDINGS = "省市县区州旗镇乡村局委厅部院校会办所站港路桥河湖";

    private Openers() {}

    static boolean opens(String text, int at) {
        for (String word : WORDS) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a title may begin in the middle of this text: a word of two characters or more that opens titles. */
    static boolean opensWithin(String text, int at) {
        for (String word : WORDS) {
            if (word.length() > 1 && text.startsWith(word, at)) {
                return true;
            }
        }
        boolean shifts = text.charAt(at) == '将' && (at == 0 || text.charAt(at - 1) != '麻');
        return shifts || text.charAt(at) == '让' || text.charAt(at) == '在' && !text.startsWith("在线", at);
    }

    static boolean looksLikeName(String phrase) {
        return NAME_ENDINGS.indexOf(phrase.charAt(phrase.length() - 1)) >= 0;
    }
}
