"""The platforms' stand-ins (Tests/Clients/StandIn), driven by clients that other people wrote."""

import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import unittest

import transcript

BINARY = os.environ.get("EARSHOT_STAND_INS", "")
# Where each test leaves what the platform was asked and answered; without it nothing is left.
KEPT = os.environ.get("EARSHOT_TRANSCRIPTS", "")


class StandIns:
    def __init__(self, folder):
        self.process = subprocess.Popen(
            [BINARY, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
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
    """A test beside fresh stand-ins; skipped where the client's package is not installed.

    After each one the platform's transcript must hold, byte for byte, what the client's own library sent and got.
    """

    package = ""
    platform = ""

    @classmethod
    def setUpClass(cls):
        if importlib.util.find_spec(cls.package) is None:
            raise unittest.SkipTest(f"{cls.package} is not installed")

    def setUp(self):
        self.folder = self.transcripts()
        self.heard, stop_listening = transcript.listen()
        self.addCleanup(stop_listening)
        self.stand_ins = StandIns(self.folder)
        self.addCleanup(self.compare)
        self.base = self.stand_ins.bases[self.platform]

    def transcripts(self):
        if not KEPT:
            folder = tempfile.TemporaryDirectory(prefix="transcripts-")
            self.addCleanup(folder.cleanup)
            return folder.name
        folder = os.path.join(KEPT, self.id())
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        return folder

    def compare(self):
        self.stand_ins.stop()
        written = transcript.read(os.path.join(self.folder, f"{self.platform}.transcript"))
        self.assertGreater(len(written), 0)
        self.assertEqual(written, self.heard)

    def messages(self):
        return self.stand_ins.ask("messages", self.platform)

    def requests(self):
        return self.stand_ins.ask("requests", self.platform)

    def expire_token(self):
        self.stand_ins.ask("expire", self.platform)

    def refuse(self, path, code):
        self.stand_ins.ask("fail", self.platform, path, str(code))
