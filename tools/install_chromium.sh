#!/bin/sh
# The tests of the chat page need a real browser. With root we can install it; without, we say what to ask for.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-color-emoji >/dev/null
    exit $?
fi
echo "The chat page's tests need Chromium, and installing it needs root." >&2
echo "Ask for:  sudo apt-get install chromium fonts-noto-color-emoji   — then run make test again." >&2
exit 1
