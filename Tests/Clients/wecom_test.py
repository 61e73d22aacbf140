"""WeCom's stand-in, driven by wechatpy."""

import io
import unittest

from stand_ins import ClientTest

AGENT = 1000002


class WeChatPyTest(ClientTest):
    package = "wechatpy"
    platform = "wecom"

    def client(self, secret="stand-in-secret"):
        from wechatpy.enterprise import WeChatClient

        base = self.base

        class Client(WeChatClient):
            API_BASE_URL = f"{base}/cgi-bin/"

            def fetch_access_token(self):
                return self._fetch_access_token(
                    url=f"{base}/cgi-bin/gettoken",
                    params={"corpid": self.corp_id, "corpsecret": self.secret})

        return Client("ww-stand-in", secret)

    def test_a_text_arrives_at_those_who_are_in_range(self):
        answer = self.client().message.send_text(AGENT, ["li", "nobody"], "杭州油耗")
        self.assertEqual(answer["invaliduser"], "nobody")
        messages = self.messages()
        self.assertEqual(messages[0]["to"], ["li"])
        self.assertEqual(messages[0]["body"]["text"]["content"], "杭州油耗")

    def test_a_token_that_ends_early_is_fetched_again(self):
        client = self.client()
        client.message.send_text(AGENT, ["li"], "一")
        self.expire_token()
        client.message.send_text(AGENT, ["li"], "二")
        self.assertEqual(len(self.messages()), 2)
        self.assertEqual(self.requests(), 5)

    def test_a_wrong_secret_is_an_error(self):
        from wechatpy.exceptions import WeChatClientException

        with self.assertRaises(WeChatClientException) as caught:
            self.client("wrong").message.send_text(AGENT, ["li"], "好")
        self.assertEqual(caught.exception.errcode, 40001)

    def test_errors_have_their_numbers(self):
        from wechatpy.exceptions import WeChatClientException

        client = self.client()
        for recipients, code in [(["nobody"], 81013), (["li"], 60020)]:
            if code == 60020:
                self.refuse("/message/send", code)
            with self.assertRaises(WeChatClientException) as caught:
                client.message.send_text(AGENT, recipients, "好")
            self.assertEqual(caught.exception.errcode, code)

    def test_the_application_is_described(self):
        agent = self.client().agent.get(AGENT)
        self.assertEqual((agent["agentid"], agent["close"]), (AGENT, 0))
        self.assertTrue(agent["name"])

    def test_a_file_goes_up_and_out(self):
        client = self.client()
        picture = io.BytesIO(b"\x89PNG\r\n\x1a\nxyz")
        picture.name = "report.png"
        media = client.media.upload("image", picture)["media_id"]
        client.message.send_image(AGENT, ["li"], media)
        self.assertEqual(self.messages()[0]["body"]["image"]["media_id"], media)


if __name__ == "__main__":
    unittest.main()
