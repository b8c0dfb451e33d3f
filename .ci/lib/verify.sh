#!/usr/bin/env bash
# verify.sh 25 -Pheavy: the README's test command on that JDK, from scratch, with the arguments that follow. The heavy
# suites need a real MongoDB; without them it is tested against the stand-in, unless there is a mongod on the PATH.
set -uo pipefail
source .ci/lib/tools.sh

need_jdk "$1" || exit 1
command=$(readme_block verify) || exit 1
shift
database="mongod"
if [[ " $* " == *" -Pheavy "* ]]; then
    need_mongod || exit 1
else
    unset CHATTY_MONGOD CHATTY_TEST_MONGODB_URI
    command -v mongod >/dev/null || database="stand-in"
fi
echo "$("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1): $command $*"
rm -rf target ./*/target
bash -c "$command $*" | tee "$STAGE_DIR/output"
code=${PIPESTATUS[0]}
grep -o 'MongoDB under test: .*' "$STAGE_DIR/output" | sort | uniq -c >"$STAGE_DIR/databases"
cat "$STAGE_DIR/databases"
if [[ ! -s $STAGE_DIR/databases ]] || grep -v "MongoDB under test: $database " "$STAGE_DIR/databases"; then
    echo "The tests were to run on a MongoDB that is a $database, and did not."
    code=1
fi

# Tests, failures and errors, and skipped ones of all suites that Surefire and Failsafe reported.
find . -path '*/target/*-reports/TEST-*.xml' -exec grep -ho '<testsuite [^>]*>' {} + | awk '
    function attribute(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
    { tests += attribute("tests"); failed += attribute("failures") + attribute("errors"); skipped += attribute("skipped") }
    END { print tests + 0, failed + 0, skipped + 0 }' >"$STAGE_DIR/result"
exit "$code"
