"""What a stand-in wrote down, and what a client's own library says that it sent and got."""

import collections
import unittest.mock

# A request as `POST /path?query`, and the bytes of its body and of its answer's.
Exchange = collections.namedtuple("Exchange", "request sent status got")


def read(path):
    """The exchanges of a transcript: entries of `> MOMENT NUMBER LENGTH` or `<`, so many bytes and a line break."""
    requests, exchanges = {}, []
    with open(path, "rb") as file:
        for line in file:
            direction, _, number, length = line.split()
            head, _, body = file.read(int(length)).partition(b"\r\n\r\n")
            if file.read(1) != b"\n":
                raise ValueError(f"{path}: an entry breaks off")
            first = head.split(b"\r\n")[0].decode()
            if direction == b">":
                requests[number] = (first.removesuffix(" HTTP/1.1"), body)
            else:
                exchanges.append(Exchange(*requests.pop(number), int(first.split()[1]), body))
    if requests:
        raise ValueError(f"{path}: {len(requests)} requests without an answer")
    return exchanges


def listen():
    """Notes what goes through `requests`, which all of the clients send with; gives the list and how to end it."""
    import requests

    heard, send = [], requests.Session.send

    def note(session, prepared, **options):
        # A form with a file is read while it is sent, and only once.
        if hasattr(prepared.body, "read"):
            prepared.body = prepared.body.read()
        response = send(session, prepared, **options)
        body = prepared.body or b""
        heard.append(Exchange(
            f"{prepared.method} {prepared.path_url}", body.encode() if isinstance(body, str) else bytes(body),
            response.status_code, response.content))
        return response

    patch = unittest.mock.patch.object(requests.Session, "send", note)
    patch.start()
    return heard, patch.stop
