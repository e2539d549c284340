"""SIGKILL at random moments of `add`, `build` and `watch`."""
import json
import random
import shutil
import signal

from process import Run, check, documents

ARTICLES = 12_000
WORDS = ("Nvidia Huawei export controls chips licence ministry said on Monday that the rule of the European Union "
         "would apply to accelerators sold in China and the United States").split()


def write_articles(path, generator, count, start=0):
    with path.open("w", encoding="utf8") as stream:
        for number in range(start, start + count):
            text = " ".join(generator.choices(WORDS, k=80)) + "."
            stream.write(json.dumps({"id": f"a{number}", "title": f"Article {number}", "text": text}) + "\n")


class Killing:
    """Kills of one command, and what went wrong at them."""

    def __init__(self, indexer, work, command, generator):
        self.indexer, self.work, self.command, self.generator = indexer, work, command, generator
        self.index, self.inputs = work / f"{command}-index", work / "articles"
        self.killed, self.ended, self.acknowledged, self.faults = 0, 0, 0, []

    def start(self):
        return Run([self.indexer, self.command, "--index", str(self.index), str(self.inputs)], self.work / "out")

    def complete(self):
        """An undisturbed run: nothing left over may need a hand."""
        run = self.start()
        if self.command == "watch":
            run.wait(600, ARTICLES)
            # Files that were all known are not committed again.
            while run.look() and run.seconds() < 5:
                run.wait(5)
            run.kill(signal.SIGTERM)
        else:
            run.wait(600)
        if run.process.returncode != 0:
            self.fault(f"the run after the last kill: exit code {run.process.returncode}")
        self.compare("the run after the last kill", ARTICLES)
        left = [path.name for path in self.index.glob("building.*")]
        if left:
            self.fault(f"left behind: {left}")
        return run.seconds()

    def fault(self, text):
        self.faults.append(f"{self.command}: {text}")

    def compare(self, when, least):
        wrong = check(self.indexer, self.index)
        if wrong:
            return self.fault(f"{when}: {wrong}")
        count = documents(self.indexer, self.index)
        if count < least or count > ARTICLES:
            self.fault(f"{when}: {count} documents, {least} acknowledged, {ARTICLES} at the most")

    def kill_once(self, longest):
        run = self.start()
        moment = self.generator.uniform(0.02, longest)
        while run.look() and run.seconds() < moment:
            run.wait(moment)
        if run.look():
            self.killed += 1
            run.kill()
        else:
            self.ended += 1
        self.acknowledged = max(self.acknowledged, run.acknowledged())
        if (self.index / "current").exists():
            self.compare(f"kill {self.killed} after {run.seconds():.2f} s", self.acknowledged)
        elif self.acknowledged:
            self.fault(f"kill {self.killed}: the index is gone")

    def kill(self, times):
        """A whole run first, which tells how long one takes. What is complete begins anew, but for `build`."""
        longest = self.complete() if self.command == "build" else 2.5
        while self.killed < times:
            full = self.acknowledged == ARTICLES
            if self.command != "build" and full:
                shutil.rmtree(self.index)
                self.acknowledged = 0
            self.kill_once(longest)
        self.complete()


def run(indexer, work, count, seed):
    generator = random.Random(seed)
    (work / "articles").mkdir()
    for part in range(4):
        quarter = ARTICLES // 4
        write_articles(work / "articles" / f"{part}.jsonl", generator, quarter, part * quarter)
    faults = 0
    for command, share in (("add", count - 2 * (count // 3)), ("build", count // 3), ("watch", count // 3)):
        killing = Killing(indexer, work, command, generator)
        killing.kill(share)
        print(f"kills of {command:8} {killing.killed} ({killing.ended} runs ended before theirs), "
              f"{len(killing.faults)} faults", flush=True)
        print("".join(f"    {fault}\n" for fault in killing.faults), end="", flush=True)
        faults += len(killing.faults)
    return faults
