package dev.belay.teavm;

import dev.belay.build.BuildException;
import dev.belay.build.CoreCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.teavm.diagnostics.ProblemSeverity;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** TeaVM's backend for linear memory. */
public final class TeaVmCompiler implements CoreCompiler {
    /** Bytes the memory may grow by: without a maximum above the heap TeaVM declares a memory that cannot grow. */
    private static final int GROWTH = 1 << 30;
    private static final System.Logger LOG = System.getLogger(TeaVmCompiler.class.getName());
    private static final String FILE = "core.wasm";

    @Override
    public Compiled compile(Program program) {
        try {
            return compile(program, TeaVMOptimizationLevel.ADVANCED);
        } catch (BuildException e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            // What its optimiser cannot do, it ends with; without, all the same comes out, larger.
            LOG.log(System.Logger.Level.WARNING, "TeaVM could not optimise, and tries again without: " + e.getMessage());
            return compile(program, TeaVMOptimizationLevel.SIMPLE);
        }
    }

    private static Compiled compile(Program program, TeaVMOptimizationLevel level) {
        var tool = new TeaVMTool();
        try (var classes = classes(program.classPath())) {
            tool.setClassLoader(classes);
            tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_WASI);
            tool.setMainClass(program.mainClass());
            tool.setTargetDirectory(program.work().toFile());
            tool.setTargetFileName(FILE);
            tool.setOptimizationLevel(level);
            tool.setObfuscated(true);
            tool.setStrict(false);
            tool.setDebugInformationGenerated(false);
            tool.setLog(new EmptyTeaVMToolLog());
            tool.setMinHeapSize(program.heap());
            tool.setMaxHeapSize(program.heap() + GROWTH);
            tool.generate();
        } catch (TeaVMToolException e) {
            throw new BuildException("the compiler to WebAssembly failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Problem> problems = tool.getProblemProvider().getProblems().stream()
                .filter(each -> each.getSeverity() == ProblemSeverity.ERROR)
                .map(Problems::problem)
                .toList();
        return new Compiled(problems.isEmpty() ? read(program.work().resolve(FILE)) : new byte[0], problems);
    }

    /** TeaVM's own library is where its compiler is. */
    private static URLClassLoader classes(List<Path> classPath) throws MalformedURLException {
        var urls = new ArrayList<URL>();
        for (Path each : classPath) {
            urls.add(each.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), TeaVmCompiler.class.getClassLoader());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
