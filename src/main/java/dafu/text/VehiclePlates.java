package dafu.text;

import java.util.regex.Matcher;

/** Civil number plates: a province's short name, a registry's letter, five characters or, for new energy, six. */
final class VehiclePlates {
    static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private VehiclePlates() {}

    static void scan(int at, MaskHits hits) {
        if (at + 1 == hits.text.length() || !Width.isLetter(hits.text.charAt(at + 1))) {
            return;
        }
        Surroundings around = new Surroundings(hits.text, at, 12);
        Matcher plate = around.here("plate");
        if (plate.lookingAt()
                && (around.before("vehicle")
                        || !around.before("record")
                                && !around.here("acronym-and-year").lookingAt())) {
            int bodyEnd = plate.group().length();
            boolean special = plate.group(1).length() == 4;
            hits.add(Masks.Rule.VEHICLE_PLATE, at, special ? bodyEnd + 1 : bodyEnd, 2, bodyEnd);
        }
    }
}
