#!/usr/bin/env bash
# The README, obeyed to the letter: its commands in a copy of the sources, on a free port and with a new data folder.
set -uo pipefail
source .ci/lib/tools.sh

tests=0 failures=0
check() { # check "what is expected" command ...
    local expectation=$1
    shift
    tests=$((tests + 1))
    if "$@" >/dev/null; then
        echo "ok      $expectation"
    else
        echo "FAILED  $expectation"
        failures=$((failures + 1))
    fi
    echo "$tests $failures 0" >"$STAGE_DIR/result"
}
within() { # within SECONDS command ...: repeats it until it succeeds
    local end=$((SECONDS + $1))
    shift
    until "$@" &>/dev/null; do
        ((SECONDS < end)) || return 1
        sleep 0.2
    done
}
heard() { grep -q '"message.created".*"text":"'"$2"'"' "$STAGE_DIR/$1.out"; } # heard bob "Lunch?"

need_jdk 17 && need_node || exit 1
port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
block() { readme_block "$1" | sed "s/localhost:8080/localhost:$port/g"; }
start=$(block start) && story=$(block story) && live=$(block live) || exit 1

mkdir -p "$STAGE_DIR"/{copy,bin,node}
git ls-files -coz --exclude-standard | tar -c --null -T - --ignore-failed-read 2>/dev/null | tar -x -C "$STAGE_DIR/copy"
(cd "$STAGE_DIR/copy" && SERVER_PORT=$port CHATTY_DATA=$STAGE_DIR/data bash -c "$start") &>"$STAGE_DIR/server.out" &
server=$!
answers() { curl -fsS "http://localhost:$port$1"; }
ready() { answers /api/v1/server || ! kill -0 "$server"; }
within 240 ready
check "$start serves /api/v1/server, after $SECONDS s" answers /api/v1/server
check "/ names the product" grep -q Chatty <(answers /)

# Every curl of the story is followed by its status in a file of its own; what it prints stays as it is.
cat >"$STAGE_DIR/bin/curl" <<END
#!/usr/bin/env bash
exec "$(command -v curl)" --write-out '%{stderr}%{http_code} ' "\$@" 2>>"$STAGE_DIR/statuses"
END
chmod +x "$STAGE_DIR/bin/curl"
PATH=$STAGE_DIR/bin:$PATH
eval "$story" >"$STAGE_DIR/story.out"
statuses=$(cat "$STAGE_DIR/statuses")
check "register, register, find, presence, send, history answer $statuses" \
    test "$statuses" = "201 201 200 200 201 200 "
check "Bob's history holds what Alice sent" grep -q '"text":"Lunch at three?"' "$STAGE_DIR/story.out"

# The first line installs, the rest talks: as Bob, then as Alice on the same conversation.
cd "$STAGE_DIR/node" || exit 1
install=$(head -n 1 <<<"$live") talk=$(tail -n +2 <<<"$live")
check "$install" eval "$install"
eval "$talk" <<<"Three is fine" &>"$STAGE_DIR/bob.out" &
check "Bob hears what he says over STOMP" within 20 heard bob "Three is fine"
check "Bob's send is acknowledged" within 5 grep -q '"ack".*"status":201' "$STAGE_DIR/bob.out"
eval "${talk/TOKEN=\$bob/TOKEN=\$alice}" <<<"See you then" &>"$STAGE_DIR/alice.out" &
check "Alice hears what she says" within 20 heard alice "See you then"
check "Bob hears it at once" within 5 heard bob "See you then"

((failures == 0)) || tail -n 40 "$STAGE_DIR"/{server,story,bob,alice}.out
((failures == 0))
