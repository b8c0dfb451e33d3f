#!/usr/bin/env bash
# The page: its modules under Node with their types, then the whole page in a real Chromium.
set -uo pipefail
source .ci/lib/tools.sh

need_chromium() {
    export CHATTY_CHROMIUM=${CHATTY_CHROMIUM:-$(command -v chromium)}
    [[ -n $CHATTY_CHROMIUM ]] || { apt_install chromium fonts-noto-color-emoji && CHATTY_CHROMIUM=$(command -v chromium); } || {
        echo "There is no Chromium here and apt has none: install it, or name it by CHATTY_CHROMIUM."
        return 1
    }
}
need_jdk 17 && need_node && need_chromium || exit 1

rm -rf chat-bootstrap/target/failsafe-reports
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
./mvnw verify -Pe2e -pl chat-bootstrap -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test='Page*IT' -Dfailsafe.failIfNoSpecifiedTests=false || broken=1

# Node looks for packages in the folders above a file, so the modules are tested in a copy that has them.
copy=$STAGE_DIR/chat-web-client
cp -R chat-web-client "$copy"
# The fixtures of what the server writes are read from beside it, as in the sources.
mkdir -p "$STAGE_DIR/chat-wire/src/test/resources" && cp -R chat-wire/src/test/resources/fixtures "$_" || exit 1
(cd "$copy" && npm ci --no-audit --no-fund --loglevel=error) || exit 1
(cd "$copy" && npm run --silent types) || { echo "The types of the page do not fit."; broken=1; }

# Some tests of the SDK talk to a server.
port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
export CHATTY_URL=http://localhost:$port
CHATTY_DATA=$STAGE_DIR/data SERVER_PORT=$port CHATTY_BCRYPT_STRENGTH=4 \
    SPRING_CONFIG_IMPORT=file:chat-bootstrap/src/test/resources/raised-limits.properties \
    "$JAVA_HOME/bin/java" -jar chat-bootstrap/target/chat-bootstrap-*.jar &>"$STAGE_DIR/server.out" &
server=$!
curl -fs --retry 60 --retry-delay 1 --retry-connrefused "$CHATTY_URL/api/v1/server" >/dev/null || cat "$STAGE_DIR/server.out"
# shellcheck disable=SC2046
(cd "$copy" && node --test --test-reporter=tap $(find src/test/js -name '*.test.*js' | sort)) >"$STAGE_DIR/node.tap" || {
    grep -A25 '^ *not ok' "$STAGE_DIR/node.tap" | head -n 200
    broken=1
}
kill "$server"
node_count() { awk -v word="$1" '$1 == "#" && $2 == word { print $3 }' "$STAGE_DIR/node.tap"; }

find chat-bootstrap/target/failsafe-reports -name 'TEST-*.xml' -exec grep -ho '<testsuite [^>]*>' {} + | awk \
    -v tests="$(node_count tests)" -v failed="$(node_count fail)" -v skipped="$(node_count skipped)" '
    function attribute(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
    { tests += attribute("tests"); failed += attribute("failures") + attribute("errors"); skipped += attribute("skipped") }
    END { print tests + 0, failed + 0, skipped + 0 }' >"$STAGE_DIR/result"
[[ -z ${broken:-} ]]
