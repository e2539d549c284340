"""A run of the indexer that can be killed, and what it said until then."""
import json
import os
import re
import signal
import subprocess
import time


class Run:
    """In a process group of its own, its standard output in a file."""

    def __init__(self, command, output):
        self.output = output
        with output.open("w", encoding="utf8") as stream:
            self.process = subprocess.Popen([*command, "--progress", "never"], stdout=stream,
                                            stderr=subprocess.DEVNULL, start_new_session=True)
        self.began = time.monotonic()
        self.peak = 0  # KiB; as the kernel counts it for the process.

    def acknowledged(self):
        """The last number of documents that was promised; 0 where none was."""
        numbers = re.findall(r"committed (\d+)", self.output.read_text(encoding="utf8"))
        return int(numbers[-1]) if numbers else 0

    def look(self):
        """Whether it still runs; notes its peak memory."""
        try:
            with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
                found = re.search(r"VmHWM:\s+(\d+)", status.read())
                self.peak = max(self.peak, int(found[1]) if found else 0)
        except FileNotFoundError:
            pass
        return self.process.poll() is None

    def wait(self, seconds=float("inf"), documents=None):
        """Until it ends, the time is over or so many documents are acknowledged; whether it still runs."""
        while self.look() and time.monotonic() - self.began < seconds:
            if documents is not None and self.acknowledged() >= documents:
                break
            time.sleep(0.01)
        return self.process.poll() is None

    def seconds(self):
        return time.monotonic() - self.began

    def kill(self, number=signal.SIGKILL):
        os.killpg(self.process.pid, number)
        self.process.wait()


def check(indexer, index):
    """What `indexer check` finds wrong; empty where nothing is. It compares ids too: none stands there twice."""
    done = subprocess.run([indexer, "check", "--index", str(index)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr.strip()[-300:] or f"exit code {done.returncode}"


def documents(indexer, index):
    done = subprocess.run([indexer, "stats", "--json", "--index", str(index)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["documents"]
