#!/usr/bin/env python3
"""Opens the console in a real browser. Usage: console_test.py STAND_IN_BINARY [SCREENSHOT_FOLDER]

The stand-in (Tests/Browser/StandIn) serves the real page and the real endpoints with a scripted bot behind.
Skipped, with a message, where chromium or chromedriver is missing.
"""

import os
import sys
import unittest

import stand_in
import webdriver
from serving_test import Serving  # found and run by unittest.main
from stand_in import StandIn
from webdriver import ENTER, SHIFT, TAB, Browser

BROWSER = None
PICTURES = None
TOKEN = "0123456789abcdef"


class ConsoleCase(unittest.TestCase):
    size = (390, 844)
    arguments = ()

    def setUp(self):
        self.server = StandIn(*self.arguments)
        self.addCleanup(self.server.kill)
        # Every server has a port of its own, so the one browser has nothing left of the test before.
        self.page = BROWSER
        self.page.emulate(*self.size)
        self.page.open(self.server.url)
        self.addCleanup(self.page.problems)
        self.addCleanup(self.page.open, "about:blank")

    def speak_as(self, name):
        self.page.wait("[...document.querySelectorAll('.person')].length > 0")
        self.page.run("[...document.querySelectorAll('.person')]"
                      ".find((person) => person.textContent.includes(arguments[0])).click()", name)
        self.page.wait("!document.getElementById('scroll').hasAttribute('aria-busy')")

    def say(self, text):
        self.page.write("#text", text)
        self.page.keys(ENTER)

    def texts(self, selector):
        return self.page.run(
            "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)", selector)

    def answered(self, count):
        self.page.wait("document.querySelectorAll('.message.bot:not(.pushed)').length === arguments[0]", count)

    def settled(self):
        """Waits for the end of the animations that have one: the arrival of a message."""
        self.page.wait("document.getAnimations().every((one) => one.playState !== 'running'"
                       " || one.effect.getTiming().iterations === Infinity)")

    def picture(self, name):
        if PICTURES:
            self.settled()
            self.page.screenshot(os.path.join(PICTURES, name + ".png"))

    def assert_quiet(self):
        self.assertEqual(self.page.problems(), [], "the browser's console is not empty")


class Talking(ConsoleCase):
    def test_a_dealer_asks_and_reads_the_answer(self):
        self.page.wait("document.querySelectorAll('.people-group').length === 3")
        self.assertEqual(self.texts(".people-group h3"), ["经销商", "区域经理", "总部"])
        self.picture("phone-people")
        self.speak_as("杭州西湖店")
        self.assertIn("杭州西湖店", self.texts("#speaking-as")[0])
        self.assertEqual(len(self.texts("#welcome-questions button")), 4)
        self.picture("phone-welcome")
        self.say("我们城市的客户最近在说什么")
        self.answered(1)
        self.assertEqual(self.texts(".message.own .bubble"), ["我们城市的客户最近在说什么"])
        self.assertIn("杭州", self.texts(".bot h4")[0])
        self.assertEqual(self.texts(".bot dt"), ["声量", "最受认可", "抱怨最多", "售后环节"])
        self.assertEqual(self.texts("#welcome:not([hidden])"), [])
        self.picture("phone-answer")
        self.page.click(".choices button")
        self.answered(2)
        self.assertEqual(self.texts(".message.own .bubble")[1], "油耗的差评原文")
        self.picture("phone-quotes")
        self.page.emulate(*self.size, dark=True)
        self.picture("phone-quotes-dark")
        self.assert_quiet()

    def test_customers_words_stay_words(self):
        self.speak_as("李明")
        self.say("油耗原话")
        self.answered(1)
        self.assertTrue(self.texts(".quote blockquote")[0].startswith("<img src=x onerror="))
        self.assertEqual(self.page.run("return document.querySelectorAll('.log img, .log b').length"), 0)
        self.assertNotEqual(self.page.run("return document.title"), "hit")
        self.assert_quiet()

    def test_everything_is_there_again_after_a_reload(self):
        self.speak_as("李明")
        self.say("竞品呢")
        self.answered(1)
        before = self.texts(".log .bubble")
        self.page.open("about:blank")
        self.page.open(self.server.url + "#li")
        self.answered(1)
        self.assertEqual(self.texts(".log .bubble"), before)
        self.assertEqual(len(self.server.handled()), 1)
        self.assert_quiet()

    def test_a_pushed_message_appears_and_is_counted_for_others(self):
        self.page.emulate(1280, 900)
        self.speak_as("李明")
        self.say("提醒")
        self.page.wait("document.querySelector('.message.pushed')")
        self.assertEqual(self.texts(".pushed-label"), ["主动提醒"])
        self.page.wait("document.querySelector('[data-person=chen] .unread:not([hidden])')")
        self.picture("desktop-pushed")
        self.speak_as("陈建国")
        self.page.wait("document.querySelectorAll('.message.pushed').length === 1")
        self.assertEqual(self.texts(".message.own"), [])
        self.assertEqual(self.texts("[data-person=chen] .unread:not([hidden])"), [])
        self.assert_quiet()

    def test_what_comes_while_reading_above_is_marked(self):
        self.speak_as("李明")
        for count in (1, 2):
            self.say("我们城市的客户最近在说什么")
            self.answered(count)
        self.say("慢")
        self.page.wait("!document.getElementById('typing').hidden")
        self.page.run("document.getElementById('scroll').scrollTop = 0")
        self.server.release()
        self.page.wait("!document.getElementById('to-latest').hidden")
        self.assertEqual(self.texts("#to-latest"), ["↓ 1 条新消息"])
        self.assertEqual(self.page.run("return document.getElementById('scroll').scrollTop"), 0)
        self.picture("phone-unread")
        self.page.click("#to-latest")
        self.page.wait("document.getElementById('to-latest').hidden")
        self.assertEqual(self.texts(".unread-line"), ["以下是新消息"])
        self.assert_quiet()

    def test_the_typing_sign_shows_while_the_answer_is_made(self):
        self.speak_as("李明")
        self.say("慢")
        self.page.wait("!document.getElementById('typing').hidden")
        self.picture("phone-typing")
        self.server.release()
        self.answered(1)
        self.page.wait("document.getElementById('typing').hidden")


class Writing(ConsoleCase):
    size = (1280, 900)

    def test_the_keyboard_alone_is_enough(self):
        self.page.wait("document.querySelector('.person')")
        self.page.keys(TAB)
        self.page.wait("document.activeElement.classList.contains('person')")
        self.picture("desktop-focus")
        self.page.keys(ENTER)
        self.page.wait("document.activeElement.id === 'text'")
        self.page.keys(*"hi", (SHIFT, ENTER), *"there", ENTER)
        self.answered(1)
        self.assertEqual(self.texts(".message.own .bubble"), ["hi\nthere"])
        self.say("我们城市的客户最近在说什么")
        self.answered(2)
        # Backwards from the line to write in: the chips, then the choices of the last answer.
        for _ in range(12):
            self.page.keys((SHIFT, TAB))
            if self.page.run("return Boolean(document.activeElement.closest('.choices'))"):
                break
        self.assertTrue(self.page.run("return Boolean(document.activeElement.closest('.choices'))"))
        self.page.keys(ENTER)
        self.answered(3)
        self.picture("desktop-answer")
        self.page.emulate(*self.size, dark=True)
        self.picture("desktop-dark")
        self.assert_quiet()

    def test_answers_can_be_seen_as_another_platform_shows_them(self):
        self.speak_as("李明")
        self.say("我们城市的客户最近在说什么")
        self.answered(1)
        for look in ("dingtalk", "wecom"):
            self.page.run("document.querySelector(`#looks [value=${arguments[0]}]`).click()", look)
            self.assertEqual(
                self.page.run("return getComputedStyle(document.querySelector('.figures dt')).display"), "inline")
            self.settled()
            self.assertEqual(self.page.run(CONTRAST), [])
            self.picture("desktop-" + look)
        self.page.open("about:blank")
        self.page.open(self.server.url)
        self.assertEqual(self.page.run("return document.body.dataset.look"), "wecom")
        self.assert_quiet()

    def test_many_people_can_be_searched(self):
        found = self.page.run("""
            return import("/console/people.js").then(({ People }) => {
              const [list, filter] = [document.createElement("div"), document.createElement("input")];
              const roles = ["dealer", "manager"];
              const people = Array.from({ length: 14 }, (_, number) => (
                { id: String(number), name: `姓名${number}`, place: `城市${number % 7}店`, role: roles[number % 2] }));
              const shown = new People(list, filter, () => {});
              shown.show(people);
              const hidden = filter.hidden;
              filter.value = " 城市3 姓名10 ";
              filter.dispatchEvent(new Event("input"));
              const visible = [...list.querySelectorAll("li:not([hidden]) .place")].map((one) => one.textContent);
              const groups = [...list.children].map((group) => group.hidden);
              return [hidden, visible, groups];
            });
        """)
        self.assertEqual(found, [False, ["城市3店"], [False, True]])

    def test_enter_within_an_input_method_sends_nothing(self):
        self.speak_as("李明")
        sent = self.page.run("""
            const text = document.getElementById("text");
            text.value = "youhao";
            text.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
            const held = [{ isComposing: true }, { keyCode: 229 }].map((how) => text.dispatchEvent(
              new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...how })));
            return [...held, text.value, document.querySelectorAll(".message").length];
        """)
        self.assertEqual(sent, [True, True, "youhao", 0])

    def test_what_a_screen_reader_needs_is_there(self):
        self.speak_as("李明")
        self.say("我们城市的客户最近在说什么")
        self.answered(1)
        self.page.wait("document.getElementById('log').getAttribute('aria-live') === 'polite'")
        nameless = self.page.run("""
            return [...document.querySelectorAll("button, input, textarea, [role=log], [role=region]")]
              .filter((one) => !(one.ariaLabel || one.textContent.trim() || one.labels?.length))
              .map((one) => one.outerHTML);
        """)
        self.assertEqual(nameless, [])
        self.assertEqual(self.page.run("return document.getElementById('log').getAttribute('role')"), "log")
        self.assertEqual(self.page.run("return document.documentElement.lang"), "zh-CN")

    def test_all_text_stands_out_from_its_ground(self):
        for dark in (False, True):
            self.page.emulate(*self.size, dark=dark)
            self.speak_as("李明")
            if not dark:
                self.say("我们城市的客户最近在说什么")
                self.answered(1)
            self.settled()
            self.assertEqual(self.page.run(CONTRAST), [])


class Away(ConsoleCase):
    def test_a_message_written_while_the_server_is_away_is_handled_once(self):
        self.speak_as("李明")
        self.say("在吗")
        self.answered(1)
        self.server.kill()
        self.say("上海呢")
        self.page.wait("document.querySelector('.own.waiting .trouble')?.textContent.includes('未送达')")
        self.page.wait("!document.getElementById('connection').hidden")
        self.picture("phone-away")
        self.server.start()
        self.answered(2)
        self.assertEqual(self.texts(".own.waiting"), [])
        self.page.wait("document.getElementById('connection').hidden")
        self.assertEqual(len(self.server.handled()), 2)
        self.assertEqual(self.texts(".message.own .bubble"), ["在吗", "上海呢"])

    def test_a_message_whose_answer_was_lost_is_not_handled_twice(self):
        self.speak_as("李明")
        self.say("断")
        self.server.wait_until_dead()
        self.assertEqual(len(self.server.handled()), 1)
        self.server.start()
        self.answered(1)
        self.assertEqual(len(self.server.handled()), 1)
        self.assertEqual(self.texts(".message.own .bubble"), ["断"])

    def test_a_waiting_message_outlives_a_reload(self):
        self.speak_as("李明")
        self.say("慢")
        self.page.wait("document.querySelector('.own')")
        self.page.open("about:blank")
        self.page.open(self.server.url + "#li")
        self.page.wait("document.querySelectorAll('.own').length === 1")
        self.server.release()
        self.page.wait("!document.getElementById('typing').hidden || document.querySelector('.bot')")
        self.server.release()
        self.answered(1)
        self.assertEqual(len(self.server.handled()), 1)


class Locked(ConsoleCase):
    arguments = (TOKEN,)

    def test_the_token_opens_the_page(self):
        self.page.wait("document.getElementById('login').open")
        self.picture("phone-login")
        self.page.write("#token", "falsch")
        self.page.keys(ENTER)
        self.page.wait("!document.getElementById('login-problem').hidden")
        self.assertEqual(self.texts("#login-problem"), ["口令不正确"])
        self.page.run("document.getElementById('token').value = ''")
        self.page.write("#token", TOKEN)
        self.page.keys(ENTER)
        self.speak_as("李明")
        self.say("在吗")
        self.answered(1)
        self.assertEqual(self.page.run("return document.cookie"), "")


# The contrast of every visible text with the nearest painted ground, by WCAG 2.2, 1.4.3: 4.5 at least.
CONTRAST = r"""
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const luminance = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const over = (top, alpha, ground) => top.map((value, index) => value * alpha + ground[index] * (1 - alpha));
const poor = [];
for (const one of document.querySelectorAll("body *")) {
  const words = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  if (!words || !one.checkVisibility() || one.closest(".for-readers")) continue;
  let ground;
  let opacity = 1;
  for (let up = one; up; up = up.parentElement) {
    opacity *= Number(getComputedStyle(up).opacity);
    const painted = rgba(getComputedStyle(up).backgroundColor);
    if (!ground && painted[3] === 255) ground = painted.slice(0, 3);
  }
  ground ??= [255, 255, 255];
  const ink = over(rgba(getComputedStyle(one).color).slice(0, 3), opacity, ground);
  const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  if (ratio < 4.5) poor.push(`${one.className || one.tagName} "${one.textContent.trim().slice(0, 12)}" ${ratio.toFixed(2)}`);
}
return poor;
"""

if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    absent = webdriver.missing()
    if absent:
        print(f"browser test skipped: {absent}")
        sys.exit(0)
    stand_in.BINARY = sys.argv[1]
    PICTURES = sys.argv[2] if len(sys.argv) > 2 else None
    if PICTURES:
        os.makedirs(PICTURES, exist_ok=True)
    BROWSER = Browser(1280, 900)
    try:
        unittest.main(argv=sys.argv[:1], verbosity=2)
    finally:
        BROWSER.close()
