package dev.belay.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar, and of the Java that runs it. */
final class BuildVersion implements IVersionProvider {
    private static final String UNPACKAGED = "(not packaged)";

    @Override
    public String[] getVersion() {
        return new String[] {"belay " + text() + " (Java " + Runtime.version() + ")"};
    }

    static String text() {
        String packaged = BuildVersion.class.getPackage().getImplementationVersion();
        return packaged == null ? UNPACKAGED : packaged;
    }
}
