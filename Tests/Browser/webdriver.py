"""A small client of the W3C WebDriver protocol (https://www.w3.org/TR/webdriver2/), standard library only."""

import base64
import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key the protocol gives element references
ENTER = "\ue007"
TAB = "\ue004"
SHIFT = "\ue008"


def missing():
    """Says what is missing for browser tests, or None when all is there."""
    for program in ("chromium", "chromedriver"):
        if shutil.which(program) is None:
            return f"{program} is not installed (Debian: apt install chromium chromium-driver)"
    return None


class Failure(Exception):
    pass


class Browser:
    """One headless Chromium behind its own chromedriver."""

    def __init__(self, width, height, dark=False, reduced_motion=False):
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.base = self._address()
        arguments = ["--headless=new", "--hide-scrollbars", "--disable-dev-shm-usage", "--disable-gpu",
                     "--lang=zh-CN", f"--window-size={width},{height}"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")  # Chromium's sandbox refuses to run as root
        if reduced_motion:
            arguments.append("--force-prefers-reduced-motion")
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL"},
            "timeouts": {"script": 20000, "pageLoad": 30000, "implicit": 0},
        }}})
        self.base += "/session/" + answer["sessionId"]
        self.emulate(width, height, dark)

    def _address(self):
        for line in self.driver.stdout:
            if "on port" in line and "started" in line:
                return "http://127.0.0.1:" + line.rsplit("port", 1)[1].strip(" .\n")
        raise Failure("chromedriver ended before it listened")

    def _call(self, method, path, body=None):
        request = urllib.request.Request(
            self.base + path, method=method, headers={"Content-Type": "application/json"},
            data=None if method != "POST" else json.dumps(body or {}).encode())
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise Failure(f"{value['error']}: {value['message'].splitlines()[0]}") from None

    def cdp(self, command, **parameters):
        return self._call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def emulate(self, width, height, dark=False, scale=1):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                 mobile=width < 500)
        self.cdp("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def open(self, url):
        self._call("POST", "/url", {"url": url})

    def find(self, selector):
        return self._call("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self._call("POST", f"/element/{self.find(selector)}/click")

    def write(self, selector, text):
        self._call("POST", f"/element/{self.find(selector)}/value", {"text": text})

    def keys(self, *keys):
        """Presses keys wherever the focus is; a tuple is a chord whose first keys are held."""
        actions = []
        for key in keys:
            chord = key if isinstance(key, tuple) else (key,)
            actions += [{"type": "keyDown", "value": one} for one in chord]
            actions += [{"type": "keyUp", "value": one} for one in reversed(chord)]
        self._call("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def run(self, script, *arguments):
        return self._call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def wait(self, condition, *arguments, seconds=15):
        """Waits until the JavaScript expression is true and gives its value."""
        end = time.monotonic() + seconds
        while True:
            value = self.run(f"return ({condition})", *arguments)
            if value:
                return value
            if time.monotonic() > end:
                raise Failure(f"not within {seconds} s: {condition}\n{self.run('return document.body.innerText')}")
            time.sleep(0.05)

    def problems(self):
        """What the console of the browser says since it was last asked."""
        return [entry for entry in self._call("POST", "/se/log", {"type": "browser"})
                if entry["level"] in ("SEVERE", "WARNING")]

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._call("GET", "/screenshot")))

    def close(self):
        try:
            self._call("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()
            self.driver.stdout.close()
