"""Measures what other people's clients do with callbacks, for `earshot bench callbacks`.

Reads payloads from a file of JSON and prints a line for each surface: its name, the client, and `what=RATE` for all that
the client does, per second of processor time. `read` is the signature checked, the message decrypted and decoded,
`sealed` an answer encrypted and signed; `sign`, `decrypt`, `decode` and `encrypt` are the parts of these alone.
"""

import base64
import hashlib
import hmac
import json
import logging
import sys
import time


def rate(call, seconds=1.0):
    for _ in range(200):
        call()
    start, calls = time.process_time(), 0
    while time.process_time() - start < seconds:
        for _ in range(100):
            call()
        calls += 100
    return calls / (time.process_time() - start)


def envelope_steps(crypto, case, encrypted):
    """wechatpy's parts, with the cipher made anew for every message as wechatpy itself does."""
    from wechatpy.crypto import _get_signature
    from wechatpy.enterprise.crypto import PrpCrypto

    signed = (case["token"], case["timestamp"], case["nonce"], encrypted)
    assert _get_signature(*signed) == case["signature"]
    return {
        "sign": lambda: _get_signature(*signed),
        "decrypt": lambda: PrpCrypto(crypto.key).decrypt(encrypted, case["owner"]),
        "encrypt": lambda: PrpCrypto(crypto.key).encrypt(case["answer"], case["owner"]),
        "sealed": lambda: crypto.encrypt_message(case["answer"], case["nonce"], case["timestamp"]),
    }


def wecom_app(case):
    """wechatpy, the whole way, as its documents show it."""
    import xmltodict
    from wechatpy.enterprise import parse_message
    from wechatpy.enterprise.crypto import WeChatCrypto

    crypto = WeChatCrypto(case["token"], case["key"], case["owner"])

    def read():
        text = crypto.decrypt_message(case["body"], case["signature"], case["timestamp"], case["nonce"])
        assert parse_message(text).type == "text"

    encrypted = xmltodict.parse(case["body"])["xml"]["Encrypt"]
    return "wechatpy", {
        "read": read, "decode": lambda: parse_message(case["text"]), **envelope_steps(crypto, case, encrypted)}


def same_envelope(case):
    """wechatpy's cipher and signature; the envelope is JSON here, which it does not know."""
    from wechatpy.enterprise.crypto import WeChatCrypto

    crypto = WeChatCrypto(case["token"], case["key"], case["owner"])

    def read():
        envelope = {"Encrypt": json.loads(case["body"])["encrypt"]}
        text = crypto.decrypt_message(envelope, case["signature"], case["timestamp"], case["nonce"])
        assert isinstance(json.loads(text), dict)

    encrypted = json.loads(case["body"])["encrypt"]
    return "wechatpy with json", {
        "read": read, "decode": lambda: json.loads(case["text"]), **envelope_steps(crypto, case, encrypted)}


def dingtalk_robot(case):
    """DingTalk's own example in Python: hmac and json; no client reads these callbacks."""
    key = case["token"].encode()

    def sign():
        signed = f"{case['timestamp']}\n{case['token']}".encode()
        return base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()

    def read():
        assert hmac.compare_digest(sign(), case["signature"])
        assert json.loads(case["body"])["text"]["content"]

    return "Python's hmac and json", {
        "read": read, "sign": sign, "decode": lambda: json.loads(case["body"])}


def dingtalk_custom_robot(case):
    """DingtalkChatbot signs its address when it is made, and anew within the hour."""
    from dingtalkchatbot.chatbot import DingtalkChatbot

    robot = DingtalkChatbot(case["owner"], secret="SEC" + case["token"])
    return "DingtalkChatbot", {"sign": robot.update_webhook}


def feishu_custom_bot(case):
    """Feishu's own example in Python; no client signs for custom bots."""

    def sign():
        key = f"{case['timestamp']}\n{case['token']}".encode()
        return base64.b64encode(hmac.new(key, digestmod=hashlib.sha256).digest()).decode()

    return "Python's hmac", {"sign": sign}


def feishu(case):
    """lark-oapi, the whole way, as its documents show it."""
    import lark_oapi
    from lark_oapi.api.im.v1 import P2ImMessageReceiveV1
    from lark_oapi.core.json import JSON
    from lark_oapi.core.model import RawRequest
    from lark_oapi.core.utils import AESCipher
    from lark_oapi.event.dispatcher_handler import EventDispatcherHandler

    logging.disable(logging.CRITICAL)
    seen = []
    handler = (
        EventDispatcherHandler.builder(case["key"], case["token"], lark_oapi.LogLevel.CRITICAL)
        .register_p2_im_message_receive_v1(lambda event: seen.append(event.event.message.message_id))
        .build())
    request = RawRequest()
    request.uri = "/"
    request.body = case["body"].encode()
    request.headers = {
        "X-Lark-Request-Timestamp": case["timestamp"], "X-Lark-Request-Nonce": case["nonce"],
        "X-Lark-Signature": case["signature"]}

    def read():
        seen.clear()
        handler.do(request)
        assert seen

    def sign():
        signed = (case["timestamp"] + case["nonce"] + case["key"]).encode() + request.body
        assert hashlib.sha256(signed).hexdigest() == case["signature"]

    encrypted = json.loads(case["body"])["encrypt"]
    return "lark-oapi", {
        "read": read, "sign": sign, "decrypt": lambda: AESCipher(case["key"]).decrypt_str(encrypted),
        "decode": lambda: JSON.unmarshal(case["text"], P2ImMessageReceiveV1)}


CLIENTS = {
    "wecom-app": wecom_app, "wecom-bot": same_envelope, "dingtalk-events": same_envelope,
    "dingtalk-robot": dingtalk_robot, "dingtalk-custom-robot": dingtalk_custom_robot,
    "feishu": feishu, "feishu-custom-bot": feishu_custom_bot,
}

with open(sys.argv[1], encoding="utf-8") as file:
    for case in json.load(file):
        try:
            client, calls = CLIENTS[case["surface"]](case)
        except ImportError as missing:
            print(f"{case['surface']}: {missing}", file=sys.stderr)
            continue
        print(case["surface"], client, *(f"{what}={rate(call)}" for what, call in calls.items()), sep="\t")
