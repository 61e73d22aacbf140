"""What the console's endpoints do without a browser in front: the end of waiting, and broken input."""

import http.client
import json
import random
import threading
import unittest

from stand_in import StandIn


class Serving(unittest.TestCase):
    def setUp(self):
        self.server = StandIn()
        self.addCleanup(self.server.kill)

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", int(self.server.port), timeout=30)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def news(self, after, feed):
        return json.loads(self.ask("GET", f"/console/events?person=li&after={after}&feed={feed}")[1])

    def test_a_stop_answers_the_pages_that_wait(self):
        feed = self.news(0, "")["feed"]
        answers = []
        pages = [threading.Thread(target=lambda: answers.append(self.news(0, feed))) for _ in range(3)]
        for page in pages:
            page.start()
        self.server.process.terminate()
        for page in pages:
            page.join()
        self.assertEqual([answer["entries"] for answer in answers], [[], [], []])
        self.assertEqual(self.server.process.wait(timeout=20), 0)

    def test_broken_messages_are_refused_and_nothing_breaks(self):
        seed = 20261122
        chance = random.Random(seed)
        whole = json.dumps({"person": "li", "id": "m1", "text": "竞品呢"}).encode()
        for number in range(2000):
            body = bytearray(whole)
            for _ in range(chance.randint(1, 6)):
                place = chance.randrange(len(body))
                match chance.randrange(3):
                    case 0: body[place] = chance.randrange(256)
                    case 1: del body[place]
                    case 2: body[place:place] = chance.choice([b"[", b"{", b'"', b"\\u0000", b"\xff", b"9" * 50])
            status, _ = self.ask("POST", "/console/messages", bytes(body), {"Content-Type": "application/json"})
            self.assertIn(status, (200, 400, 404, 413), f"seed {seed}, number {number}: {bytes(body)}")
        self.assertEqual(self.ask("GET", "/console/people")[0], 200)
        for query in ("", "person=li&after=-1", "person=li&after=99999999999999999999", "person=%00&after=0",
                      "person=li&after=1;feed=", "&&==&person=nobody"):
            self.assertEqual(self.ask("GET", "/console/events?" + query)[0], 404, query)
