#!/bin/sh
# Reads what the tests said and writes what of it is a failure: the expectations that were not met, and of a crash the last
# test that began, the signal and the stack of the thread.
exec awk '
    / started\.$/ { last = $0 }
    /✘/ { print }
    /^\*\*\* (Signal|Program crashed)/ { print last; crashed = 1 }
    /^(Fatal error|.*: Fatal error)/ { print last; print }
    /^Registers:/ { crashed = 0 }
    crashed { print }
'
