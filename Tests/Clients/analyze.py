"""Measures what other people's software understands of texts, for `earshot bench analyze`.

Reads an array of texts from a file of JSON and prints one line: `texts`, the software, and `analyze=RATE`, texts per
second of processor time for which a text is cut into words (jieba) and its sentiment estimated (SnowNLP).
"""

import importlib.metadata
import json
import logging
import sys
import time

import jieba
from snownlp import SnowNLP


def main(path, seconds=5.0):
    with open(path, encoding="utf-8") as file:
        texts = json.load(file)
    jieba.setLogLevel(logging.ERROR)
    # Their dictionaries are read at the first use.
    jieba.lcut(texts[0])
    SnowNLP(texts[0]).sentiments
    start, count = time.process_time(), 0
    while time.process_time() - start < seconds:
        for text in texts[:100]:
            jieba.lcut(text)
            SnowNLP(text).sentiments
        count += len(texts[:100])
    spent = time.process_time() - start
    names = [f"{name} {importlib.metadata.version(name)}" for name in ("jieba", "snownlp")]
    print("texts", " and ".join(names), f"analyze={count / spent:.1f}", sep="\t")


main(sys.argv[1])
