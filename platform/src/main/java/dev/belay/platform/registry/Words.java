package dev.belay.platform.registry;

/** What others wrote, in messages of ours. */
final class Words {
    /** Longer words of a registry nobody reads. */
    private static final int MOST = 200;

    private Words() {}

    /** Without what moves a terminal's cursor or turns text around, and not longer than a line or two. */
    static String printable(String text) {
        String cut = text.length() <= MOST ? text : text.substring(0, MOST) + "…";
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\ufffd");
    }
}
