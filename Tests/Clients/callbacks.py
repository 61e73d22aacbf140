"""Measures what other people's clients do with callbacks, for `earshot bench callbacks`.

Reads payloads from a file of JSON and prints a line for each surface: its name, the client, callbacks read (signature
checked, decrypted, decoded) and answers sealed (encrypted, signed) per second of processor time; an empty field where
the client has nothing for it.
"""

import base64
import hashlib
import hmac
import json
import logging
import sys
import time


def rate(call, seconds=2.0):
    for _ in range(200):
        call()
    start, calls = time.process_time(), 0
    while time.process_time() - start < seconds:
        for _ in range(100):
            call()
        calls += 100
    return calls / (time.process_time() - start)


def wecom_app(case):
    """wechatpy, the whole way, as its documents show it."""
    from wechatpy.enterprise import parse_message
    from wechatpy.enterprise.crypto import WeChatCrypto

    crypto = WeChatCrypto(case["token"], case["key"], case["owner"])

    def read():
        text = crypto.decrypt_message(case["body"], case["signature"], case["timestamp"], case["nonce"])
        assert parse_message(text).type == "text"

    return "wechatpy", read, lambda: crypto.encrypt_message(case["answer"], case["nonce"], case["timestamp"])


def same_envelope(case):
    """wechatpy's cipher and signature; the envelope is JSON here, which it does not know."""
    from wechatpy.enterprise.crypto import WeChatCrypto

    crypto = WeChatCrypto(case["token"], case["key"], case["owner"])

    def read():
        envelope = {"Encrypt": json.loads(case["body"])["encrypt"]}
        text = crypto.decrypt_message(envelope, case["signature"], case["timestamp"], case["nonce"])
        assert isinstance(json.loads(text), dict)

    return "wechatpy with json", read, lambda: crypto.encrypt_message(
        case["answer"], case["nonce"], case["timestamp"])


def dingtalk_robot(case):
    """DingTalk's own example in Python: hmac and json; no client reads these callbacks."""
    key = case["token"].encode()

    def read():
        signed = f"{case['timestamp']}\n{case['token']}".encode()
        sign = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        assert hmac.compare_digest(sign, case["signature"])
        assert json.loads(case["body"])["text"]["content"]

    return "Python's hmac and json", read, None


def feishu(case):
    """lark-oapi, the whole way, as its documents show it."""
    import lark_oapi
    from lark_oapi.core.model import RawRequest
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

    return "lark-oapi", read, None


CLIENTS = {
    "wecom-app": wecom_app, "wecom-bot": same_envelope, "dingtalk-events": same_envelope,
    "dingtalk-robot": dingtalk_robot, "feishu": feishu,
}

with open(sys.argv[1], encoding="utf-8") as file:
    for case in json.load(file):
        try:
            client, read, seal = CLIENTS[case["surface"]](case)
        except ImportError as missing:
            print(f"{case['surface']}: {missing}", file=sys.stderr)
            continue
        print(case["surface"], client, rate(read), rate(seal) if seal else "", sep="\t")
