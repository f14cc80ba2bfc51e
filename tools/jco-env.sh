# Sourced by scripts that need jco, another runtime and toolchain for components, on Node.
#
#   BELAY_JCO_HOME   a directory with jco's node_modules   (default: target/jco, filled by npm when it is missing)
#
# Afterwards: jco_home, and BELAY_JCO as examples/support/build-env.sh takes it.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jco_home=${BELAY_JCO_HOME:-$root/target/jco}

# jco_install: 0 when jco is there, 1 with a message when it cannot be. Versions are pinned: preview2-shim 0.26.1
# breaks jco's `--wit`.
jco_install() {
    BELAY_JCO="node $jco_home/node_modules/.bin/jco"
    export BELAY_JCO
    if [ -e "$jco_home/node_modules/.bin/jco" ]; then
        return 0
    fi
    if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
        echo "jco needs Node 20 or later with npm" >&2
        return 1
    fi
    mkdir -p "$jco_home"
    npm install --prefix "$jco_home" --no-audit --no-fund --loglevel=error \
        @bytecodealliance/jco@1.35.0 @bytecodealliance/preview2-shim@0.26.0 \
        @bytecodealliance/componentize-js@0.23.0 >/dev/null
}

# npm_install PACKAGE@VERSION: 0 when it is in target/npm, put there if it can be
npm_install() {
    [ -d "$root/target/npm/node_modules/${1%@*}" ] ||
        npm install --prefix "$root/target/npm" --no-audit --no-fund --loglevel=error "$1" >/dev/null 2>&1
}
