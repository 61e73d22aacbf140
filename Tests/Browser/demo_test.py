#!/usr/bin/env python3
"""Talks with the real demo in a real browser. Usage: demo_test.py EARSHOT [SCREENSHOT_FOLDER]

Every figure that is checked is counted again, from the voices in the demo's own file. Skipped, with a message,
where chromium or chromedriver is missing.
"""

import datetime
import json
import os
import re
import sys
import unittest

import webdriver
from demo import CITIES, Demo, half_away_from_zero
from webdriver import ENTER, Browser

BROWSER = None
DEMO = None
PICTURES = None
PHONE = (390, 844)
DESKTOP = (1280, 900)


class DemoCase(unittest.TestCase):
    size = PHONE

    def setUp(self):
        self.page = BROWSER
        self.page.emulate(*self.size)
        self.page.open("about:blank")
        self.page.open(DEMO.url)
        self.page.wait("document.querySelectorAll('.person').length > 0")

    def speak_as(self, name):
        self.page.run("[...document.querySelectorAll('.person')]"
                      ".find((person) => person.textContent.includes(arguments[0])).click()", name)
        self.page.wait("!document.getElementById('scroll').hasAttribute('aria-busy')")

    def ask(self, text):
        """Says something and gives the lines of the answer."""
        before = self.page.run("return document.querySelectorAll('.message.bot').length")
        self.page.write("#text", text)
        self.page.keys(ENTER)
        self.page.wait("document.querySelectorAll('.message.bot').length > arguments[0]", before)
        return Answer(self.page.run(ANSWER))

    def picture(self, name):
        if PICTURES:
            self.page.wait("document.getAnimations().every((one) => one.playState !== 'running'"
                           " || one.effect.getTiming().iterations === Infinity)")
            self.page.screenshot(os.path.join(PICTURES, f"demo-{name}.png"))

    def assert_quiet(self):
        self.assertEqual(self.page.problems(), [], "the browser's console is not empty")


# The last answer of the bot, block by block.
ANSWER = """
const bubble = [...document.querySelectorAll('.message.bot .bubble')].at(-1);
const all = (selector) => [...bubble.querySelectorAll(selector)].map((one) => one.textContent);
return { text: bubble.innerText, titles: all('h4'), labels: all('dt'), values: all('dd'), items: all('li'),
         quotes: all('blockquote'), sources: all('figcaption'), choices: all('.choices button') };
"""


class Answer:
    def __init__(self, parts):
        self.__dict__.update(parts)
        self.figures = dict(zip(parts["labels"], parts["values"]))

    def count(self, label):
        """The first number of a figure: 1,284 of 1,284（较前7天 +18%）."""
        return int(re.match(r"[\d,]+", self.figures[label]).group().replace(",", ""))

    def series(self, label):
        """{油耗: 76, 售后等待: 41} of 油耗 76（▲120%） · 售后等待 41."""
        return {name: int(count.replace(",", ""))
                for name, count in re.findall(r"(\S+) ([\d,]+)(?:（[^）]*）)?", self.figures[label])}


class Dealer(DemoCase):
    def test_the_conversation_of_the_dealer_of_hangzhou(self):
        self.speak_as("杭州西湖店")
        overview = self.ask("我们城市的客户最近在说什么")
        self.assertRegex(overview.titles[0], r"^杭州 · 近7天客户之声")
        voices = DEMO.voices("杭州", days=7)
        self.assertEqual(overview.count("声量"), voices.total)
        self.assertTrue(overview.figures["净好评"].startswith(voices.net), (overview.figures["净好评"], voices))
        nation = DEMO.voices(None, days=7)
        self.assertIn(f"全国 {nation.net}", overview.figures["净好评"])
        change = half_away_from_zero((voices.total / DEMO.voices("杭州", days=7, before=7).total - 1) * 100)
        self.assertIn(f"较前7天 {change:+d}%", overview.figures["声量"])
        self.assertEqual(next(iter(overview.series("抱怨最多"))), "油耗", "the planted wave comes first")
        for label, sign in (("抱怨最多", -1), ("最受认可", 1), ("售后环节", -1)):
            for name, count in overview.series(label).items():
                self.assertEqual(count, DEMO.opinions("杭州", name, sign, days=7), name)
        fuel, fuel_before = (DEMO.opinions("杭州", "油耗", -1, days=7, before=before) for before in (0, 7))
        self.assertGreater(fuel, 2 * fuel_before)
        self.assertIn(f"▲{half_away_from_zero((fuel / fuel_before - 1) * 100)}%", overview.figures["抱怨最多"])
        self.picture("phone-overview")

        service = self.ask("那售后呢")
        self.assertRegex(service.titles[0], r"^杭州 · 售后 · 近7天")
        self.picture("phone-service")

        quotes = self.ask("油耗的差评原文")
        self.assertRegex(quotes.titles[0], r"^杭州 · 油耗 · 差评原话 · 近7天")
        self.assertEqual(len(quotes.quotes), 5)
        self.picture("phone-quotes")
        more = self.ask("更多")
        self.assertEqual(len(more.quotes), 5)
        self.assertFalse(set(quotes.quotes) & set(more.quotes))
        for text in quotes.quotes + more.quotes:
            self.assertTrue(DEMO.has_voice("杭州", text), text)
            self.assertNotRegex(text, r"1[3-9]\d{9}")

        nation = self.ask("和全国比")
        self.assertRegex(nation.titles[0], "^杭州 与 全国 对比")
        self.picture("phone-nation")
        rivals = self.ask("竞品呢")
        # Of the aspect that was talked about.
        self.assertRegex(rivals.titles[0], "^杭州 · 竞品 · 油耗 · 近7天")
        self.picture("phone-rivals")
        store = self.ask("我们店口碑怎么样")
        self.assertRegex(store.titles[0], "^杭州西湖店口碑")
        self.assertEqual(store.count("提到本店"), DEMO.voices_of_store("D001", days=7).total)
        self.picture("phone-store")

        refusal = self.ask("上海呢")
        self.assertIn("您绑定的是杭州，只能查看杭州和全国平均", refusal.text)
        self.assertEqual(refusal.figures, {})
        self.assertEqual(refusal.quotes, [])
        self.assert_quiet()

    def test_the_number_and_the_button_of_a_choice_ask_what_they_say(self):
        self.speak_as("杭州西湖店")
        self.ask("我们城市的客户最近在说什么")
        self.assertRegex(self.ask("1").titles[0], "^杭州 · 油耗 · 差评原话")
        self.assert_quiet()

    def test_a_store_with_waiting_customers_reads_of_it(self):
        self.speak_as("杭州滨江店")
        store = self.ask("近30天我们店口碑怎么样")
        self.assertEqual(next(iter(store.series("抱怨最多（提及数）"))), "售后等待")
        self.assert_quiet()

    def test_a_rising_rival_is_named_to_the_dealer_of_its_city(self):
        self.speak_as("南京江宁店")
        overview = self.ask("我们城市的客户最近在说什么")
        self.assertIn("远岚M6", overview.figures["竞品动向"])
        self.assertGreater(int(re.search(r"\+(\d+)%", overview.figures["竞品动向"]).group(1)), 60)
        self.assertIn("续航", overview.figures["竞品动向"])
        rivals = self.ask("竞品呢")
        self.assertIn("好评涨得最快的是远岚M6", rivals.text)
        self.assert_quiet()

    def test_a_city_with_few_voices_gets_no_percentages(self):
        self.speak_as("拉萨城关店")
        answer = self.ask("我们城市的客户最近在说什么")
        total = DEMO.voices("拉萨", days=7).total
        self.assertIn(f"只有 {total} 条客户声音" if total else "没有客户声音", answer.text)
        self.assertNotIn("%", answer.text)
        self.assert_quiet()


class Manager(DemoCase):
    size = DESKTOP

    def test_the_manager_of_the_east_sees_the_east(self):
        self.speak_as("刘洋")
        own = self.ask("宁波的客户最近在说什么")
        self.assertRegex(own.titles[0], "^宁波 · 近7天")
        self.assertEqual(own.count("声量"), DEMO.voices("宁波", days=7).total)
        refusal = self.ask("广州呢")
        self.assertIn("您负责的是华东", refusal.text)
        self.assertEqual(refusal.figures, {})
        self.picture("desktop-manager")
        self.assert_quiet()


class Platforms(DemoCase):
    def test_what_is_sent_is_shown_as_the_platform_got_it(self):
        self.page.run("document.getElementById('platforms').click()")
        self.page.wait("document.querySelectorAll('#to option').length > 0")
        names = self.page.run("return [...document.querySelectorAll('#to option')].map((one) => one.textContent)")
        self.assertEqual(names[:3], ["企业微信 · 群 managers", "钉钉 · 群 quality", "飞书 · 群 sales"])
        for number, name in enumerate(names):
            self.page.run("const to = document.getElementById('to');"
                          "to.selectedIndex = [...to.options].findIndex((one) => one.textContent === arguments[0]);",
                          name)
            self.page.write("#text", f"油耗口径已更新 <b>{number}</b>")
            self.page.run("document.getElementById('submit').click()")
            self.page.wait("[...document.querySelectorAll('.message .words')]"
                           ".some((one) => one.textContent.includes(arguments[0]))", f"{number}")
        cards = self.page.run(CARDS)
        self.assertEqual(len(cards), len(names))
        by_words = {card["words"]: card for card in cards}
        self.assertEqual(len(by_words), len(names), "each was sent once")
        quality = next(card for card in cards if card["recipients"] == "quality")
        self.assertEqual(quality["platform"], "钉钉")
        # As it came: JSON in which the text stands.
        head, body = quality["request"].split("\n\n", 1)
        self.assertEqual(head, "POST /robot/send")
        self.assertIn("油耗口径已更新", json.loads(body)["markdown"]["text"])
        self.assertEqual(json.loads(quality["answer"])["errcode"], 0)
        gone = next(card for card in cards if card["recipients"] == "nobody")
        self.assertEqual(gone["refused"], "平台拒绝：81013")
        self.assertEqual([card["refused"] for card in cards if card is not gone], [None] * (len(names) - 1))
        self.picture("phone-platforms")
        self.assert_quiet()


class Lexicon(DemoCase):
    size = DESKTOP

    def test_the_words_that_decide_are_shown_and_found(self):
        self.page.run("document.getElementById('lexicon').click()")
        self.page.wait("document.querySelectorAll('.term').length > 0")
        followed = [int(row[2].replace(",", "")) for row in self.page.run(TERMS)]
        self.assertEqual(followed, sorted(followed, reverse=True))
        self.page.run("document.querySelector('input[value=overruled]').click()")
        self.page.wait("document.getElementById('state').textContent.includes('至少 10 次判断')")
        shares = [int(row[5].rstrip("%")) for row in self.page.run(TERMS)]
        self.assertEqual(shares, sorted(shares, reverse=True))
        self.page.run("document.querySelector('.term button').click()")
        self.assertTrue(self.page.run("return document.querySelector('.quotes:not([hidden]) .words').textContent"))
        self.picture("desktop-lexicon")
        self.page.write("#search", "油耗")
        self.page.wait("[...document.querySelectorAll('.term th')].every((one) => one.textContent.includes('油耗'))")
        self.assertIn("油耗", [row[0] for row in self.page.run(TERMS)])
        self.assert_quiet()


class Incidents(unittest.TestCase):
    def test_what_is_planted_is_found_by_its_second_day_and_nothing_else(self):
        began = datetime.date(1970, 1, 1) + datetime.timedelta(DEMO.span(7, 0)[0])
        opened = {row["subject"]: row for row in DEMO.backtest(100) if row["event"] == "opened"}
        wave, praise = f"complaints|city:{CITIES['杭州']}|fuel", f"praise|city:{CITIES['南京']}||远岚|远岚M6"
        self.assertEqual(set(opened), {wave, praise}, opened)
        for row in opened.values():
            # A day is known as a whole on the morning after it.
            found = datetime.date.fromisoformat(row["at"][:10]) - datetime.timedelta(1)
            self.assertLessEqual((found - began).days, 1, row)
            self.assertGreaterEqual((found - began).days, 0, row)


# The terms of the word lists, row by row.
TERMS = """
return [...document.querySelectorAll('.term')].map((row) => [...row.cells].map((cell) => cell.textContent));
"""

# What came to the platforms, card by card.
CARDS = """
return [...document.querySelectorAll('.message')].map((card) => Object.fromEntries(
  ['platform', 'recipients', 'words', 'request', 'answer', 'refused']
    .map((name) => [name, card.querySelector('.' + name)?.textContent ?? null])));
"""


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    absent = webdriver.missing()
    if absent:
        print(f"browser test skipped: {absent}")
        sys.exit(0)
    PICTURES = sys.argv[2] if len(sys.argv) > 2 else None
    if PICTURES:
        os.makedirs(PICTURES, exist_ok=True)
    DEMO = Demo(sys.argv[1])
    try:
        BROWSER = Browser(*DESKTOP)
        try:
            unittest.main(argv=sys.argv[:1], verbosity=2)
        finally:
            BROWSER.close()
    finally:
        DEMO.stop()
