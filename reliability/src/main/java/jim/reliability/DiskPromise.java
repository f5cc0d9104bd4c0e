package jim.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jim.reliability.host.Faults;
import jim.reliability.host.Launch;

/** The disk is full, or fails, while people write to each other; later it is fine again. */
final class DiskPromise implements Promise {
    private static final String SIZE = "size=24m";

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public String sentence() {
        return "While the disk takes nothing, messages are refused with 5xx within 1 s and none is acknowledged; connections"
                + " stay, and all goes on when there is space again.";
    }

    @Override
    public int rounds() {
        return 2;
    }

    @Override
    public Verdict keep(Attack attack) throws Exception {
        Findings findings = new Findings();
        failing(attack.in("failing"), findings);
        full(attack.in("full"), findings);
        return findings.verdict();
    }

    private static void failing(Attack attack, Findings findings) throws Exception {
        Optional<Faults> system = Faults.in(attack.folder());
        if (system.isEmpty()) {
            findings.notTried("EIO", "it needs Linux and a C compiler, cc");
            return;
        }
        Faults faults = system.get();
        try (DiskTrial trial = new DiskTrial(faults.around(attack.server("--limits", "off")))) {
            for (int i = 0; i < attack.rounds(); i++) {
                trial.run("EIO when writing", Trouble.writing(faults, Faults.EIO), findings);
                trial.run("EIO when syncing", Trouble.waiting(faults, Faults.EIO), findings);
                trial.run("ENOSPC when writing", Trouble.writing(faults, Faults.ENOSPC), findings);
            }
            trial.judgeWhatIsKept(findings);
        }
    }

    private static void full(Attack attack, Findings findings) throws Exception {
        Launch launch = attack.server("--limits", "off");
        Path data = Files.createDirectory(launch.data());
        if (!isDone("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", data.toString())) {
            findings.notTried("a small file system", "only root may mount one");
            return;
        }
        try (DiskTrial trial = new DiskTrial(launch)) {
            for (int i = 0; i < attack.rounds(); i++) {
                trial.run("a full file system", Trouble.full(data.resolve("ballast")), findings);
            }
            trial.judgeWhatIsKept(findings);
        } finally {
            isDone("umount", data.toString());
        }
    }

    private static boolean isDone(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
