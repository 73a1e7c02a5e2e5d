#!/bin/sh
# Makes this copy of Tirek ready to run and to test: system packages, the environment .venv, the program, the catalogues.
#
# A step is done again only when what it rests on has changed; each leaves a stamp in .venv/.set-up when it is complete,
# so that an interrupted set-up starts anew. A call that finds everything in place takes a few hundredths of a second.
#
#   installer/set_up.sh             all steps
#   installer/set_up.sh packages    print the system packages this machine lacks, and change nothing
#   installer/set_up.sh peers       all steps, and what the benchmarks compare with
#   installer/set_up.sh validators  all steps, and what tells whether letters are PDF/A-2b
set -eu
umask 022
cd "$(dirname "$0")/.."

LOCK=requirements-dev.lock
PEERS=requirements-bench.lock
VALIDATORS=requirements-validators.lock
STAMPS=.venv/.set-up

# What Qt and its X11 part need on Debian and Ubuntu, an X server for tests without a screen, the PDF tools of the tests, and
# the compiler of the small library with which the tests cut the power (tests/harness/shim.c).
SYSTEM_PACKAGES="libglib2.0-0 libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libwayland-cursor0 xvfb xauth poppler-utils gcc libc6-dev"

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The first Python that is new enough.
find_python() {
    for name in python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    fail "Tirek needs Python 3.11 or newer, and none was found. On Debian 12: apt-get install python3"
}

# The system packages that are not installed. A package counts as installed too when another one provides it.
missing_packages() {
    command -v dpkg-query >/dev/null || return 0
    wanted=$SYSTEM_PACKAGES
    if ! command -v uv >/dev/null && ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        wanted="$wanted $("$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    installed=" $(dpkg-query -W -f='${db:Status-Abbrev}${Package} ${Provides}\n' | sed -n 's/^ii *//p' | tr ',\n' '  ') "
    for package in $wanted; do
        case $installed in
        *" $package "*) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

# Prints how to become root: nothing when we are, "sudo" when that works; fails otherwise.
root_prefix() {
    if [ "$(id -u)" -eq 0 ]; then
        return 0
    fi
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v >&2; } || return 1
    printf 'sudo'
}

install_system_packages() {
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if ! sudo=$(root_prefix); then
        say "Tirek needs system packages that are not installed, and this account may not install them." >&2
        say "Ask an administrator to type this line, then start again. Nothing has been changed." >&2
        say "" >&2
        ask=$(command -v sudo >/dev/null && echo "sudo " || true)
        fail "    ${ask}apt-get update && ${ask}apt-get install --no-install-recommends --yes ${missing% }"
    fi
    say "Installing system packages: ${missing% }"
    # A stale list of one source need not stop us: the installation itself tells.
    $sudo apt-get -qq update || true
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends install $missing >/dev/null ||
        fail "The system packages could not be installed: see the lines above."
}

fingerprint() { { pwd; cat "$@"; } | cksum; }

is_done() { [ -f "$STAMPS/$1" ] && [ "$(cat "$STAMPS/$1")" = "$2" ]; }

mark_done() {
    mkdir -p "$STAMPS"
    printf '%s\n' "$2" >"$STAMPS/$1"
}

make_environment() {
    # Without a stamp an earlier attempt broke off, or the folder was moved: start from nothing.
    if [ ! -f "$STAMPS/place" ] || [ "$(cat "$STAMPS/place")" != "$PWD" ] || ! .venv/bin/python -c '' 2>/dev/null; then
        rm -rf .venv
        if command -v uv >/dev/null; then
            uv venv --quiet --python "$PYTHON" .venv
        else
            "$PYTHON" -m venv .venv
        fi
    fi
    rm -rf "$STAMPS"
    say "Installing the libraries (some minutes the first time)"
    # What builds the rest comes first and from the lock too: nothing that runs here goes unchecked.
    sed -n '/^setuptools==/,/[^\\]$/p' "$LOCK" >.venv/build-tools.lock
    install --require-hashes -r .venv/build-tools.lock
    install --require-hashes -r "$LOCK"
    mark_done place "$PWD"
}

install_program() { install --no-deps --editable .; }

# Installs into .venv; what has to be built is built with what is there, and bytecode is compiled at once.
install() {
    if command -v uv >/dev/null; then
        uv pip install --quiet --python .venv/bin/python --compile-bytecode --no-build-isolation "$@"
    else
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --use-pep517 "$@"
    fi || fail "This could not be installed: the lines above tell why. Most often the package index cannot be reached
(an internet connection, a proxy, a certificate). The same command takes it up again; nothing outside .venv was changed."
}

compile_catalogues() {
    for catalogue in $CATALOGUES; do
        # Written beside and renamed: a program that is just starting never reads half a catalogue.
        .venv/bin/pybabel --quiet compile --input-file="$catalogue" --output-file="$catalogue.new"
        mv "$catalogue.new" "${catalogue%.po}.mo"
    done
}

all_catalogues_compiled() {
    for catalogue in $CATALOGUES; do
        [ -f "${catalogue%.po}.mo" ] || return 1
    done
}

if [ "${1:-}" = packages ]; then
    PYTHON=$(find_python)
    missing_packages
    exit
fi

# Two commands started at once wait for each other.
if command -v flock >/dev/null && [ "${TIREK_SET_UP_LOCKED:-}" != 1 ]; then
    exec env TIREK_SET_UP_LOCKED=1 flock --no-fork pyproject.toml "$0" "$@"
fi

CATALOGUES=$(find resources/translations -name '*.po' 2>/dev/null | sort || true)
environment=$(fingerprint "$LOCK")
program=$(fingerprint pyproject.toml)
# shellcheck disable=SC2086
words=$(fingerprint /dev/null $CATALOGUES)

if ! is_done environment "$environment"; then
    PYTHON=$(find_python)
    install_system_packages
    make_environment
    mark_done environment "$environment"
fi
if ! is_done program "$program"; then
    install_program
    mark_done program "$program"
fi
if ! is_done words "$words" || ! all_catalogues_compiled; then
    compile_catalogues
    mark_done words "$words"
fi
if [ "${1:-}" = peers ]; then
    install --require-hashes -r "$PEERS"
fi
if [ "${1:-}" = validators ]; then
    # Beside the environment, not in it: with lxml there, openpyxl would write sheets in another way.
    rm -rf .venv/validators
    install --require-hashes --target .venv/validators -r "$VALIDATORS"
    command -v javac >/dev/null || say "veraPDF needs Java, which is not installed: apt-get install default-jdk-headless"
fi
