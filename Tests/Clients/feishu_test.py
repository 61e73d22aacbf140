"""Feishu's stand-in, driven by Feishu's own client."""

import io
import json
import unittest

from stand_ins import ClientTest


class LarkTest(ClientTest):
    package = "lark_oapi"
    platform = "feishu"

    def client(self, secret="stand-in-secret"):
        import lark_oapi as lark

        # It keeps tokens by application for the whole process.
        lark.core.token.manager.TokenManager.cache = lark.core.cache.LocalCache()
        builder = lark.Client.builder().app_id("cli_stand_in").app_secret(secret).domain(self.base)
        return builder.log_level(lark.LogLevel.CRITICAL).build()

    def send(self, client, chat="oc_1", uuid="d1"):
        from lark_oapi.api.im.v1 import CreateMessageRequest, CreateMessageRequestBody

        body = CreateMessageRequestBody.builder().receive_id(chat).msg_type("text").uuid(uuid)
        body = body.content(json.dumps({"text": "杭州油耗"})).build()
        request = CreateMessageRequest.builder().receive_id_type("chat_id").request_body(body).build()
        return client.im.v1.message.create(request)

    def test_a_message_arrives_once_for_one_uuid(self):
        client = self.client()
        first, second = self.send(client), self.send(client)
        self.assertTrue(first.success())
        self.assertEqual(first.data.message_id, second.data.message_id)
        self.assertEqual([m["content"] for m in self.messages()], [{"text": "杭州油耗"}])

    def test_an_answer_and_a_changed_card(self):
        from lark_oapi.api.im.v1 import (
            PatchMessageRequest, PatchMessageRequestBody, ReplyMessageRequest, ReplyMessageRequestBody)

        client = self.client()
        message = self.send(client).data.message_id
        card = json.dumps({"schema": "2.0", "body": {"elements": []}})
        body = ReplyMessageRequestBody.builder().msg_type("interactive").content(card).uuid("d2").build()
        request = ReplyMessageRequest.builder().message_id(message).request_body(body).build()
        answer = client.im.v1.message.reply(request)
        self.assertTrue(answer.success())
        body = PatchMessageRequestBody.builder().content(json.dumps({"changed": True})).build()
        request = PatchMessageRequest.builder().message_id(answer.data.message_id).request_body(body).build()
        self.assertTrue(client.im.v1.message.patch(request).success())
        self.assertEqual(self.messages()[1]["content"], {"changed": True})

    def test_the_bot_is_described(self):
        import lark_oapi as lark

        request = lark.BaseRequest.builder().http_method(lark.HttpMethod.GET).uri("/open-apis/bot/v3/info")
        request = request.token_types({lark.AccessTokenType.TENANT}).build()
        bot = json.loads(self.client().request(request).raw.content)["bot"]
        self.assertEqual((bot["open_id"], bot["activate_status"]), ("ou_stand_in", 2))

    def test_a_picture_goes_up(self):
        from lark_oapi.api.im.v1 import CreateImageRequest, CreateImageRequestBody

        body = CreateImageRequestBody.builder().image_type("message").image(io.BytesIO(b"\x89PNG")).build()
        answer = self.client().im.v1.image.create(CreateImageRequest.builder().request_body(body).build())
        self.assertTrue(answer.success())
        self.assertEqual(answer.data.image_key, "img_1")

    def test_errors_have_their_codes(self):
        client = self.client()
        self.assertEqual(self.send(client, chat="oc_9").code, 230002)
        self.refuse("/messages", 99991400)
        self.assertEqual(self.send(client).code, 99991400)
        with self.assertRaises(Exception) as caught:
            self.send(self.client("wrong"))
        self.assertIn("10014", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
