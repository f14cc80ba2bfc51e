#!/usr/bin/env bash
# Builds examples/java-maven with Belay's artefacts, as a project of somebody else would: `mvn verify` from a local repository of
# its own, which has what the usual one has, by links, and Belay's modules as they are now.
#
#   tools/check-maven.sh [OPTIONS OF MVN…]     default: -o, since whatever is needed Belay itself needs
#
# Exit 1 when it does not build, or does not leave what it should.
set -u

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/checks.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
options=("$@")
[ ${#options[@]} -gt 0 ] || options=(-o)

# The goals need Maven to run on the JDK that belay finds.
JAVA_HOME=$(BELAY_JAVA_OPTS=-XshowSettings:properties "$root/belay" --version 2>&1 | sed -n 's/^ *java\.home = //p')
[ -n "$JAVA_HOME" ] || { echo "FAIL  expected a JDK, found none by ./belay --version"; exit 1; }
export JAVA_HOME

# run WHAT MVN-ARGUMENTS…
run() {
    if mvn -B -q -ntp -Dstyle.color=never -Dmaven.repo.local="$work/repository" "${options[@]}" "${@:2}" > "$work/log" 2>&1; then
        echo "PASS  $1"
    else
        echo "FAIL  $1:"
        tail -40 "$work/log" | sed 's/^/      /'
        exit 1
    fi
}

usual=$(mvn -B -q -o help:evaluate -Dexpression=settings.localRepository -DforceStdout 2>/dev/null)
[ -d "$usual" ] || usual=$HOME/.m2/repository
mkdir "$work/repository"
cp -rs "$usual/." "$work/repository/"
rm -rf "$work/repository/dev/belay"
run "Belay's artefacts, in a repository of their own" -f "$root/pom.xml" install -DskipTests -pl maven-plugin,wasi -am
cp -r "$root/examples/java-maven" "$work/project"
find "$work/project" -name target -prune -exec rm -rf {} +
run "mvn verify of a project with a component and its host" -f "$work/project/pom.xml" verify
size=$(wc -c < "$work/project/rule/target/rule.wasm")
same "the component is small" yes "$([ "$size" -gt 1000 ] && [ "$size" -lt 200000 ] && echo yes || echo "$size bytes")"
same "the component exports the contract" 1 "$("$root/belay" wit "$work/project/rule/target/rule.wasm" | grep -c 'export acme:rules/approval@1.0.0')"
sed -i 's/throw new IllegalArgumentException(.*/System.load("nothing");/' "$work/project/rule/src/main/java/com/example/rule/Rule.java"
if mvn -B -q -ntp -Dstyle.color=never -Dmaven.repo.local="$work/repository" "${options[@]}" -f "$work/project/pom.xml" package -pl rule \
    > "$work/log" 2>&1; then
    same "what TeaVM has not is refused" "a failure" "a success"
else
    same "what TeaVM has not is shown with its line" 1 "$(grep -c 'Rule.java:[0-9]*:[0-9]*: error: .*System.load' "$work/log")"
fi
exit $failed
