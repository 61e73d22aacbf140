"""DingTalk's stand-in, driven by DingtalkChatbot and by DingTalk's own client."""

import json
import unittest

from stand_ins import ClientTest


class DingtalkChatbotTest(ClientTest):
    package = "dingtalkchatbot"
    platform = "dingtalk"

    def robot(self, secret="SECone", token="a1"):
        from dingtalkchatbot.chatbot import DingtalkChatbot

        return DingtalkChatbot(f"{self.base}/robot/send?access_token={token}", secret=secret)

    def test_its_signed_messages_are_taken(self):
        robot = self.robot()
        self.assertEqual(robot.send_text("杭州油耗", at_mobiles=["1001"])["errcode"], 0)
        self.assertEqual(robot.send_markdown("周报", "### 杭州")["errcode"], 0)
        messages = self.messages()
        self.assertEqual([m["body"]["msgtype"] for m in messages], ["text", "markdown"])
        self.assertEqual(messages[0]["body"]["at"]["atMobiles"], ["1001"])

    def test_another_secret_or_robot_is_refused(self):
        self.assertEqual(self.robot(secret="SECtwo").send_text("好")["errcode"], 310000)
        self.assertEqual(self.robot(token="a9").send_text("好")["errcode"], 400101)
        self.assertEqual(self.messages(), [])


class AlibabaCloudTest(ClientTest):
    package = "alibabacloud_dingtalk"
    platform = "dingtalk"

    def config(self):
        from alibabacloud_tea_openapi.models import Config

        return Config(protocol="http", region_id="central", endpoint=self.base.removeprefix("http://"))

    def token(self, secret="stand-in-secret"):
        from alibabacloud_dingtalk.oauth2_1_0 import models
        from alibabacloud_dingtalk.oauth2_1_0.client import Client

        request = models.GetAccessTokenRequest(app_key="ding-stand-in", app_secret=secret)
        return Client(self.config()).get_access_token(request).body.access_token

    def send(self, token, people):
        from alibabacloud_dingtalk.robot_1_0 import models
        from alibabacloud_dingtalk.robot_1_0.client import Client
        from alibabacloud_tea_util.models import RuntimeOptions

        headers = models.BatchSendOTOHeaders(x_acs_dingtalk_access_token=token)
        request = models.BatchSendOTORequest(
            robot_code="r1", user_ids=people, msg_key="sampleText",
            msg_param=json.dumps({"content": "杭州油耗"}, ensure_ascii=False))
        return Client(self.config()).batch_send_otowith_options(request, headers, RuntimeOptions()).body

    def test_a_message_arrives_and_the_unknown_are_named(self):
        answer = self.send(self.token(), ["u1", "u9"])
        self.assertTrue(answer.process_query_key)
        self.assertEqual(answer.invalid_staff_id_list, ["u9"])
        self.assertEqual(self.messages()[0]["parameters"], {"content": "杭州油耗"})

    def test_errors_have_their_codes(self):
        with self.assertRaises(Exception) as caught:
            self.token("wrong")
        self.assertEqual(caught.exception.code, "invalidClientIdOrSecret")
        token = self.token()
        self.expire_token()
        with self.assertRaises(Exception) as caught:
            self.send(token, ["u1"])
        self.assertEqual(caught.exception.code, "InvalidAuthentication")
        self.refuse("/batchSend", "send.too.fast")
        with self.assertRaises(Exception) as caught:
            self.send(self.token(), ["u1"])
        self.assertEqual(caught.exception.code, "send.too.fast")


if __name__ == "__main__":
    unittest.main()
