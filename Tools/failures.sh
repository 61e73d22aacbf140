#!/bin/sh
# Reads what the tests said and writes what of it is a failure: the expectations that were not met with what was found, and of a
# crash the last test that began, the signal and the stack of the thread.
exec awk '
    / started\.$/ { last = $0 }
    /^(◇|✔|\*\*\*)/ { failed = 0 }
    /^✘/ { failed = 1 }
    /^\*\*\* (Signal|Program crashed)/ { print last; crashed = 1 }
    /^Registers:/ { crashed = 0; failed = 0 }
    failed || crashed || /Fatal error: / { print }
'
