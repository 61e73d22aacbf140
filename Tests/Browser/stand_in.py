"""The server under test: the real page and endpoints with a scripted bot behind (Tests/Browser/StandIn)."""

import re
import subprocess
import tempfile
import urllib.request

BINARY = ""


class StandIn:
    """It can be killed and started again on the same port with the same ledger."""

    def __init__(self, *arguments):
        self.ledger = tempfile.NamedTemporaryFile(prefix="ledger-")
        self.arguments = arguments
        self.port = "0"
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [BINARY, self.port, self.ledger.name, *self.arguments], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.port = re.search(r":(\d+)/", self.url).group(1)

    def kill(self):
        self.process.kill()
        self.wait_until_dead()

    def wait_until_dead(self):
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def handled(self):
        with open(self.ledger.name, encoding="utf-8") as file:
            return file.read().split()

    def release(self):
        address = self.url.replace("/console", "/stand-in/release")
        urllib.request.urlopen(urllib.request.Request(address, method="POST"), timeout=10).close()
