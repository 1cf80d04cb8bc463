package dafu.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        assertThat(Csv.line(List.of("一", "a,b", "说\"好\"", "两\n行", " 空 ", "")))
                .isEqualTo("一,\"a,b\",\"说\"\"好\"\"\",\"两\n行\",\" 空 \",\r\n");
    }

    @Test
    void noCellRunsAsAFormula() {
        assertThat(Csv.line(List.of("=1+1", "+1", "-1+1", "@a", "\tb", "\rc", "＝d")))
                .isEqualTo("'=1+1,'+1,'-1+1,'@a,'\tb,\"'\rc\",'＝d\r\n");
        assertThat(Csv.line(List.of("1=1", "2023-07-05", "-12"))).isEqualTo("1=1,2023-07-05,-12\r\n");
    }
}
