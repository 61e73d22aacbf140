"""The program's demo, running, and its voices counted without the program's counters."""

import collections
import datetime
import glob
import json
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import unicodedata

# What answers call the aspects, from the template itself.
WORDS = pathlib.Path(__file__).parents[2] / "prompts/zh-CN/aspect.mustache"
ASPECTS = {label: name for name, label in re.findall(r"{{#([a-z_.]+)}}([^{}]+){{/", WORDS.read_text("utf-8"))}
# Codes of GB/T 2260.
CITIES = {"杭州": 330100, "宁波": 330200, "南京": 320100, "拉萨": 540100}


def half_away_from_zero(number):
    return int(abs(number) + 0.5) * (1 if number >= 0 else -1)


class Count(collections.namedtuple("Count", "positive neutral negative")):
    @property
    def total(self):
        return sum(self)

    @property
    def net(self):
        """Net praise as an answer writes it."""
        decided = self.positive + self.negative
        return f"{half_away_from_zero((self.positive - self.negative) / decided * 100)}%" if decided else "none"


class Demo:
    def __init__(self, program):
        self.program = program
        self.folder = tempfile.TemporaryDirectory(prefix="demo-test-")
        self.process = subprocess.Popen(
            [program, "demo", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={"PATH": "/usr/bin:/bin", "TMPDIR": self.folder.name})
        for line in self.process.stdout:
            if found := re.search(r"http://\S+/console", line):
                self.url = found.group()
                break
        else:
            raise RuntimeError(f"the demo ended with {self.process.wait()} before it served")
        path = glob.glob(self.folder.name + "/**/voices.db", recursive=True)[0]
        self.file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        # A template writes after_sales.waiting as after_sales_waiting.
        self.aspects = {name.replace(".", "_"): id for name, id in self.rows("SELECT name, id FROM aspect")}

    def stop(self):
        self.file.close()
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stdout.close()
        self.folder.cleanup()

    def backtest(self, days):
        """The events of `earshot backtest` over the last days, as objects."""
        config = glob.glob(self.folder.name + "/**/earshot.json", recursive=True)[0]
        first = datetime.date(1970, 1, 1) + datetime.timedelta(self.span(days, 0)[0])
        run = subprocess.run(
            [self.program, "backtest", "--json", "--from", str(first), "--config", config],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True, timeout=300)
        return [json.loads(line) for line in run.stdout.splitlines()]

    def rows(self, query, *arguments):
        return self.file.execute(query, arguments).fetchall()

    @staticmethod
    def span(days, before):
        """The numbers of the full days before today in China, moved back by `before` days."""
        now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8)))
        today = (now.date() - datetime.date(1970, 1, 1)).days - before
        return today - days, today - 1

    def voices(self, city, days, before=0):
        """Voices about the own brand, each counted once however often it was reposted."""
        place = "city = ?" if city else "? IS NULL"
        return self.tally(place, CITIES.get(city), "AND subject = 0", days, before)

    def voices_of_store(self, dealer, days):
        return self.tally("dealer = (SELECT id FROM dealer WHERE key = ?)", dealer, "", days, 0)

    def tally(self, place, argument, subject, days, before):
        counts = dict(self.rows(
            "SELECT polarity, COUNT(*) FROM reading WHERE repost_of IS NULL AND advertisement = 0"
            f" AND {place} {subject}"
            " AND day BETWEEN ? AND ? GROUP BY polarity", argument, *self.span(days, before)))
        return Count(counts.get(1, 0), counts.get(0, 0), counts.get(-1, 0))

    def opinions(self, city, label, polarity, days, before=0):
        """Voices of a city with this opinion of an aspect."""
        return self.rows(
            "SELECT COUNT(DISTINCT voice) FROM mention JOIN reading USING (voice)"
            " WHERE reading.repost_of IS NULL AND reading.advertisement = 0"
            " AND reading.city = ? AND reading.subject = 0 AND place = reading.city"
            " AND aspect = ? AND mention.polarity = ? AND reading.day BETWEEN ? AND ?",
            CITIES[city], self.aspects[ASPECTS[label]], polarity, *self.span(days, before))[0][0]

    def has_voice(self, city, quote):
        """Whether a quote stands in a voice of the city, but for what was cut and masked."""
        part = max(re.split(r"[…*•×]+", quote), key=len)
        plain = unicodedata.normalize("NFC", part).strip()
        return any(plain in text for (text,) in self.rows(
            "SELECT text FROM voice JOIN reading ON reading.voice = voice.id WHERE city = ?", CITIES[city]))

