#!/usr/bin/env bash
# verify.sh 25 -Pheavy: the README's test command on that JDK, from scratch, with the arguments that follow.
set -uo pipefail
source .ci/lib/tools.sh

need_jdk "$1" || exit 1
command=$(readme_block verify) || exit 1
shift
echo "$("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1): $command $*"
rm -rf target ./*/target
bash -c "$command $*"
code=$?

# Tests, failures and errors, and skipped ones of all suites that Surefire and Failsafe reported.
find . -path '*/target/*-reports/TEST-*.xml' -exec grep -ho '<testsuite [^>]*>' {} + | awk '
    function attribute(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
    { tests += attribute("tests"); failed += attribute("failures") + attribute("errors"); skipped += attribute("skipped") }
    END { print tests + 0, failed + 0, skipped + 0 }' >"$STAGE_DIR/result"
exit "$code"
