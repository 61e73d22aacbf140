#!/bin/sh
# Makes sure of a Swift toolchain and of Debian's -dev packages, and with "test" of what the tests need besides;
# installs the packages that are missing. Of other people's clients of the platforms, which the tests can do without, it
# says when it cannot install them.
set -eu

swift_wanted=6.3
packages="libmicrohttpd-dev libcurl4-openssl-dev libsqlite3-dev libssl-dev libexpat1-dev pkg-config"
# For the tests in a real browser.
[ "${1:-}" != test ] || packages="$packages chromium chromium-driver python3 python3-venv fonts-noto-cjk"
purpose="${1:-}"
folder=$(dirname "$0")

say() { echo "setup: $*" >&2; }

# When Debian's packages are there.
finish() {
    [ "$purpose" != test ] || "$folder/../Tests/Clients/install"
    exit 0
}

where_swift="Get it from https://www.swift.org/install/linux/ (Debian 12), put its usr/bin into PATH, and run make again."
if ! command -v swift >/dev/null 2>&1; then
    say "there is no Swift toolchain. Earshot needs Swift $swift_wanted or newer. $where_swift"
    exit 1
fi
if ! told=$(swift --version 2>&1); then
    say "there is a swift in PATH, but it does not run:"
    echo "$told" >&2
    say "See what the toolchain needs at https://www.swift.org/install/linux/ (Debian 12), then run make again."
    exit 1
fi
version=$(echo "$told" | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
oldest=$(printf '%s\n%s\n' "$swift_wanted" "${version:-0}" | sort -V | head -n 1)
if [ "$oldest" != "$swift_wanted" ]; then
    say "Swift ${version:-of an unknown version} is too old; Earshot needs $swift_wanted or newer. $where_swift"
    exit 1
fi

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libmicrohttpd libcurl sqlite3 libcrypto expat; then
        finish
    fi
    say "this system has no apt-get. Install what Debian calls $packages, then run make again."
    exit 1
fi
missing=""
for package in $packages; do
    state=$(dpkg-query --show --showformat '${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    case "$state" in
        ii*) ;;
        *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || finish

install="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    as_root="sudo"
else
    say "these packages are missing:$missing"
    say "you may not install them yourself; have an administrator run this, then run make again:"
    echo "    apt-get update && $install" >&2
    exit 1
fi
say "installing$missing"
$as_root apt-get update --quiet >&2
# Debian's own front end would ask questions; nobody is there to answer in CI.
$as_root env DEBIAN_FRONTEND=noninteractive $install >&2
finish
