import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teavm.diagnostics.Problem;
import org.teavm.diagnostics.ProblemSeverity;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles Java classes to a core module of linear memory with TeaVM.
 *
 * <p>Run as {@code java -cp TEAVM-JARS CompileGuest.java CLASSES MAIN-CLASS OUT-DIR OUT-FILE}.
 */
public final class CompileGuest {
    /** Bytes of the collected heap. The guest's arena for the canonical ABI lies past it. */
    private static final int HEAP = 2 << 20;
    /** Bytes the memory may grow by: without a maximum above the heap TeaVM declares a memory that cannot grow. */
    private static final int GROWTH = 64 << 20;

    private CompileGuest() {
    }

    public static void main(String[] args) throws Exception {
        var tool = new TeaVMTool();
        tool.setClassLoader(classes(new File(args[0])));
        tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_WASI);
        tool.setMainClass(args[1]);
        tool.setTargetDirectory(new File(args[2]));
        tool.setTargetFileName(args[3]);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.FULL);
        tool.setObfuscated(true);
        tool.setStrict(false);
        tool.setDebugInformationGenerated(false);
        tool.setLog(new ConsoleTeaVMToolLog(false));
        tool.setMinHeapSize(HEAP);
        tool.setMaxHeapSize(HEAP + GROWTH);
        tool.generate();
        List<Problem> problems = tool.getProblemProvider().getProblems();
        for (Problem problem : problems) {
            System.err.println(problem.getSeverity() + ": " + problem.getText() + " "
                    + Arrays.toString(problem.getParams()));
        }
        if (problems.stream().anyMatch(problem -> problem.getSeverity() == ProblemSeverity.ERROR)) {
            System.exit(1);
        }
    }

    private static URLClassLoader classes(File directory) throws MalformedURLException {
        var urls = new ArrayList<URL>();
        urls.add(directory.toURI().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), CompileGuest.class.getClassLoader());
    }
}
