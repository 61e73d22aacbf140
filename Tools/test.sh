#!/bin/sh
# Passes every test of what is built. One test at a time: they run servers, browsers and killed processes, which must not
# wait for each other. Their files lie in memory where there is room: thousands of small ones are made and removed, and ext4
# searches long for a number to give to a new file while many were removed a moment ago.
set -eu
cd "$(dirname "$0")/.."

# Kilobytes that the tests' files may take, with much to spare.
room=4194304
memory=/dev/shm
free=$(df --output=avail -k "$memory" 2>/dev/null | tail -n 1 || echo 0)
if [ "${free:-0}" -ge "$room" ] && made=$(mktemp -d "$memory/earshot-tests.XXXXXX" 2>/dev/null); then
    export TMPDIR="$made"
    trap 'rm -rf "$TMPDIR"' EXIT
    trap 'exit 1' INT TERM HUP
fi

# What runs the program runs the released one, as users do.
export EARSHOT_PROGRAM="$PWD/.build/release/earshot"

# What failed is said again at the end: nobody finds it among the lines of thousands of tests, and it is lost where only the
# end of a log is kept.
log=.build/tests.log
failed=.build/tests.failed
rm -f "$failed"
{ swift test --skip-build --no-parallel 2>&1 || : >"$failed"; } | tee "$log"
if [ -e "$failed" ]; then
    sh Tools/failures.sh <"$log"
    exit 1
fi
Tests/Clients/run
Tests/Browser/run
