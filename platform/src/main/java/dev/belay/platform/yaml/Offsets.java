package dev.belay.platform.yaml;

/** Positions in characters, which the YAML library counts, as positions in UTF-16 units, which texts have. */
final class Offsets {
    /** Empty if all characters are one unit. */
    private final int[] units;

    private Offsets(int[] units) {
        this.units = units;
    }

    static Offsets of(String text) {
        int characters = text.codePointCount(0, text.length());
        if (characters == text.length()) {
            return new Offsets(new int[0]);
        }
        var units = new int[characters + 1];
        for (int character = 0, unit = 0; character < characters; character++) {
            units[character] = unit;
            unit += Character.charCount(text.codePointAt(unit));
        }
        units[characters] = text.length();
        return new Offsets(units);
    }

    int units(int characters) {
        return units.length == 0 ? characters : units[Math.min(characters, units.length - 1)];
    }
}
