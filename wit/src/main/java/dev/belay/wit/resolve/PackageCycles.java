package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Member;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.UsePath;
import dev.belay.wit.syntax.WitFile;
import dev.belay.wit.syntax.WorldMember;
import dev.belay.wit.syntax.WorldMember.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Packages must not need each other in a circle: nobody could publish the first of them. */
final class PackageCycles {
    /** For each package, the packages it names, each with one reference. */
    private final Map<String, Map<String, PackageName>> references = new LinkedHashMap<>();

    private PackageCycles() {}

    static void check(List<List<WitFile>> groups) {
        var cycles = new PackageCycles();
        for (List<WitFile> group : groups) {
            String main = Headers.of(group).name().toString();
            for (WitFile file : group) {
                cycles.addItems(main, file.items());
            }
        }
        cycles.check();
    }

    /** Removes packages that need none that is left, until none can be removed: what is left are circles. */
    private void check() {
        var users = new HashMap<String, List<String>>();
        var open = new HashMap<String, Integer>();
        var ready = new ArrayDeque<String>();
        references.forEach((user, used) -> {
            int count = 0;
            for (String name : used.keySet()) {
                if (references.containsKey(name)) {
                    users.computeIfAbsent(name, _ -> new ArrayList<>()).add(user);
                    count++;
                }
            }
            open.put(user, count);
            if (count == 0) {
                ready.add(user);
            }
        });
        var done = new HashSet<String>();
        while (!ready.isEmpty()) {
            String name = ready.remove();
            done.add(name);
            for (String user : users.getOrDefault(name, List.of())) {
                if (open.merge(user, -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
        report(done);
    }

    private void report(Set<String> done) {
        for (Map.Entry<String, Map<String, PackageName>> entry : references.entrySet()) {
            if (done.contains(entry.getKey())) {
                continue;
            }
            for (Map.Entry<String, PackageName> used : entry.getValue().entrySet()) {
                if (references.containsKey(used.getKey()) && !done.contains(used.getKey())) {
                    throw new WitException(new Problem.Cycle(
                            used.getValue().namespace().span(), "package", used.getKey()));
                }
            }
        }
    }

    private void addItems(String owner, List<Item> items) {
        references.computeIfAbsent(owner, _ -> new LinkedHashMap<>());
        for (Item item : items) {
            switch (item) {
                case Item.Use use -> addPath(owner, use.path());
                case Item.Interface i -> addMembers(owner, i.members());
                case Item.World w -> {
                    for (WorldMember member : w.members()) {
                        addWorldMember(owner, member);
                    }
                }
                case Item.Package p -> addItems(p.name().toString(), p.items());
            }
        }
    }

    private void addMembers(String owner, List<Member> members) {
        for (Member member : members) {
            if (member instanceof Member.Use use) {
                addPath(owner, use.path());
            }
        }
    }

    private void addWorldMember(String owner, WorldMember member) {
        switch (member) {
            case Member.Use use -> addPath(owner, use.path());
            case WorldMember.Include include -> addPath(owner, include.path());
            case WorldMember.Extern extern -> {
                switch (extern.target()) {
                    case Target.Interface i -> addPath(owner, i.path());
                    case Target.Implements i -> addPath(owner, i.path());
                    case Target.Inline i -> addMembers(owner, i.members());
                    case Target.Func _ -> {
                        // Names types of the world only.
                    }
                }
            }
            default -> {
                // A type names types of its scope only.
            }
        }
    }

    private void addPath(String owner, UsePath path) {
        path.packageName().ifPresent(name -> {
            var of = references.get(owner);
            // A package may name itself in full.
            if (of != null && !name.toString().equals(owner)) {
                of.putIfAbsent(name.toString(), name);
            }
        });
    }
}
