package dafu.text;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.text.Masks.Rule;
import dafu.text.Unveiled.Form;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a number can still be read, whatever stands between its digits; and where none can. */
class UnveiledTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\b', textBlock = """
            MARKUP  | 130<b>0000</b>0000                                  | 0-18
            MARKUP  | 130<wbr>0000<wbr>0000                               | 0-21
            MARKUP  | 130<br>0000<br>0000                                 | 0-19
            MARKUP  | 130<p>0000<p>0000                                   |
            MARKUP  | 手机 130 <i>0000</i> 0000                           | 3-23
            MARKUP  | 130\\n0000\\n0000                                   | 0-13
            LINES   | 130\\n00000000                                      |
            MARKUP  | <td>电话<td>130<td>0000<td>0000                     | 10-29
            MARKUP  | <td>面积<td>130<td>0000<td>0000                     |
            MARKUP  | 130<td>0000<td>0000                                 |
            LINES   | 电话：1 3 0 0 0 0 0 0 0 0 0                         | 3-24
            LINES   | 电话：1、3、0、0、0、0、0、0、0、0、0               | 3-24
            LINES   | 电话 130,0000,0000                                  | 3-16
            LINES   | 130,0000,0000                                       |
            LINES   | 1 3 0 0 0 0 0 0 0 0 0                               |
            MARKUP  | &#49;&#51;&#48;00000000                             | 0-23
            MARKUP  | &#x31;&#X33;0&#48;0000000                           | 0-25
            MARKUP  | &amp;#49;&amp;amp;#51;000000000                     | 0-31
            MARKUP  | &#x110000;13000000000                               | 10-21
            MARKUP  | &#;13000000000                                      | 3-14
            MARKUP  | &#xZ;13000000000                                    | 5-16
            MARKUP  | &13000000000                                        | 1-12
            MARKUP  | 130&shy;0000&zwnj;0000                              | 0-22
            MARKUP  | 130&nbsp;0000&ensp;0000                             | 0-23
            MARKUP  | 130&hyphen;0000&minus;0000                          | 0-26
            MARKUP  | a&commat;qq.com                                     | 0-15
            MARKUP  | a&commat;qq&period;com                              | 0-22
            MARKUP  | 130&lt;b&gt;0000&lt;/b&gt;0000                      | 0-30
            MARKUP  | &lt;13000000000                                     | 4-15
            MARKUP  | a < b 13000000000 > c                               | 6-17
            MARKUP  | <!-- 13000000000 -->                                | 5-16
            MARKUP  | <a title="13000000000">x</a>                        | 10-21
            MARKUP  | <a title="130&#48;0000000">x</a>                    | 10-25
            MARKUP  | <a title="一三〇〇〇〇〇〇〇〇〇">x</a>             | 10-21
            MARKUP  | <a title="１３０００００００００">x</a>             | 10-21
            MARKUP  | <a href="tel:130-0000-0000">x</a>                   | 13-26
            MARKUP  | <a href="mailto:a%40qq.com">x</a>                   | 16-26
            MARKUP  | <script>{"a":"\\u0031300000 0000"}</script>         | 14-31
            MARKUP  | 130**0000**0000                                     | 0-15
            WRITTEN | 130**0000**0000                                     | 0-15
            WRITTEN | 130****0000                                         |
            WRITTEN | 130_0000_0000                                       | 0-13
            WRITTEN | 130`0000`0000                                       | 0-13
            WRITTEN | 130~~0000~~0000                                     | 0-15
            WRITTEN | 1\\\\300000\\\\0000                                 | 0-13
            LINES   | \\\\u0031\\\\x330\\\\U0000003000000000              |
            LINES   | \\\\u0031\\\\x330 0000 0000                         | 0-21
            LINES   | \\\\U00000031300 0000 000                           |
            LINES   | \\\\U0000003130 0000 0000                           | 0-22
            LINES   | %31%33000000000                                     | 0-15
            LINES   | %E4%B8%8013000000000                                |
            LINES   | 130\\\\n00000000                                    |
            LINES   | 一三〇〇〇〇〇〇〇〇〇                              | 0-11
            LINES   | 一三〇〇〇〇〇〇〇〇                                |
            LINES   | 𝟏𝟑𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎                                         | 0-21
            LINES   | 𠀀13000000000                                       | 2-13
            LINES   | ١٣٠٠٠٠٠٠٠٠٠                                         | 0-11
            LINES   | sha256 d130000000000123456789abcdef0123             |
            LINES   | d1300000000abcd                                     |
            """)
    void whatCanBeReadIsFoundWhereItIsWritten(Form form, String written, String place) {
        String text = written.replace("\\\\", "\f").replace("\\n", "\n").replace("\f", "\\");
        List<String> found = Unveiled.find(text, form, Set.of(Rule.values())).stream()
                .map(hit -> hit.start() + "-" + hit.end())
                .toList();
        assertThat(found).isEqualTo(place == null ? List.of() : List.of(place));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            电话 13000000000。               | 电话 130****0000。
            电话 １３０００００００００。     | 电话 １３０****００００。
            电话 1 3 0 0 0 0 0 0 0 0 0。     | 电话 1 3 0 * * * * 0 0 0 0。
            content/130-0000-0000/a.md       | content/1************/a.md
            content/a_13000000000.md         | content/a_1**********.md
            一三〇〇〇〇〇〇〇〇〇           | 一**********
            """)
    void aLineIsPrintedAsLongAsItWasAndWithoutTheNumber(String line, String shown) {
        assertThat(Unveiled.hide(line)).isEqualTo(shown).hasSameSizeAs(line);
    }
}
