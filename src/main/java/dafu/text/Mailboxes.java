package dafu.text;

import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Mailboxes at providers that serve persons; an office's own domain is public and stays. */
final class Mailboxes {
    private static final Set<String> PERSONAL = Set.of(
            "qq.com",
            "foxmail.com",
            "163.com",
            "126.com",
            "yeah.net",
            "188.com",
            "netease.com",
            "sina.com",
            "sina.cn",
            "sina.com.cn",
            "sohu.com",
            "tom.com",
            "21cn.com",
            "263.net",
            "eyou.com",
            "139.com",
            "189.cn",
            "wo.cn",
            "wo.com.cn",
            "aliyun.com",
            "88.com",
            "email.cn",
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "outlook.cn",
            "hotmail.com",
            "live.com",
            "live.cn",
            "msn.com",
            "msn.cn",
            "icloud.com",
            "me.com",
            "mac.com",
            "yahoo.com",
            "yahoo.cn",
            "yahoo.com.cn",
            "ymail.com",
            "proton.me",
            "protonmail.com",
            "aol.com",
            "gmx.com",
            "mail.com",
            "zoho.com",
            "yandex.com");

    /** RFC 5321 allows 64 characters before the at sign; a longer run is searched no further back. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final int LONGEST_DOMAIN = 32;

    private Mailboxes() {}

    static void scan(String text, int at, MaskHits hits) {
        if (!hits.wants(Masks.Rule.EMAIL)) {
            return;
        }
        // Text taken from documents often has a space beside the sign.
        int localEnd = at > 0 && Width.fold(text.charAt(at - 1)) == ' ' ? at - 1 : at;
        int floor = hits.lastEnd(Masks.Rule.EMAIL);
        int local = localEnd;
        while (local > floor && localEnd - local < LONGEST_LOCAL_PART && isLocal(text.charAt(local - 1))) {
            local--;
        }
        int domain = at + 1 < text.length() && Width.fold(text.charAt(at + 1)) == ' ' ? at + 2 : at + 1;
        int end = domain;
        while (end < text.length() && end - domain < LONGEST_DOMAIN && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > domain && !Width.isAlphanumeric(text.charAt(end - 1))) {
            end--;
        }
        // What stands behind a mailbox hidden earlier is its provider, not another mailbox.
        boolean second = local > 1 && Width.fold(text.charAt(local - 1)) == '@' && text.charAt(local - 2) == '*';
        if (second || local == localEnd || end == domain || !isPersonal(text, domain, end)) {
            return;
        }
        // A mailbox of one character has nothing to hide but where it is.
        IntStream hidden = localEnd - local > 1 ? IntStream.range(local + 1, localEnd) : IntStream.range(at, end);
        hits.add(Masks.Rule.EMAIL, local, end, hidden.toArray());
    }

    private static boolean isPersonal(String text, int from, int to) {
        StringBuilder folded = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            folded.append(Width.fold(text.charAt(i)));
        }
        String domain = folded.toString().toLowerCase(Locale.ROOT);
        // vip.qq.com is as personal as qq.com.
        for (int dot = 0; dot >= 0; dot = domain.indexOf('.', dot)) {
            dot = dot == 0 ? 0 : dot + 1;
            if (PERSONAL.contains(domain.substring(dot))) {
                return true;
            }
            if (dot == 0 && domain.startsWith(".")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isLocal(char c) {
        return Width.isAlphanumeric(c) || "._%+-".indexOf(Width.fold(c)) >= 0;
    }

    private static boolean isDomain(char c) {
        return Width.isAlphanumeric(c) || Width.fold(c) == '.' || Width.fold(c) == '-';
    }
}
