"""The platforms' stand-ins (Tests/Clients/StandIn), driven by clients that other people wrote."""

import importlib.util
import json
import os
import subprocess
import unittest

BINARY = os.environ.get("EARSHOT_STAND_INS", "")


class StandIns:
    def __init__(self):
        self.process = subprocess.Popen(
            [BINARY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.bases = self.read()

    def read(self):
        return json.loads(self.process.stdout.readline())

    def ask(self, *words):
        self.process.stdin.write(" ".join(words) + "\n")
        self.process.stdin.flush()
        return self.read()

    def stop(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.process.stdout.close()


class ClientTest(unittest.TestCase):
    """A test beside fresh stand-ins; skipped where the client's package is not installed."""

    package = ""
    platform = ""

    @classmethod
    def setUpClass(cls):
        if importlib.util.find_spec(cls.package) is None:
            raise unittest.SkipTest(f"{cls.package} is not installed")

    def setUp(self):
        self.stand_ins = StandIns()
        self.addCleanup(self.stand_ins.stop)
        self.base = self.stand_ins.bases[self.platform]

    def messages(self):
        return self.stand_ins.ask("messages", self.platform)

    def requests(self):
        return self.stand_ins.ask("requests", self.platform)

    def expire_token(self):
        self.stand_ins.ask("expire", self.platform)

    def refuse(self, path, code):
        self.stand_ins.ask("fail", self.platform, path, str(code))
