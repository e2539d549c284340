"""Edited and re-translated copies of articles, by seed.

A light copy is what an editor makes of a wire report: another headline, sentences dropped or moved,
numbers and quotes written in the house's way, words glued by a bad converter. A heavy one is what a
second translation gives: about a quarter of the words come out differently and clauses stand in
another order, while names and numbers stay.
"""
import random
import re

SYNONYM_LINES = """
said stated declared|told informed|says states declares|announced unveiled revealed|reported noted
company firm business|companies firms businesses|government administration|officials authorities
big large major|small minor little|new fresh recent|important significant key|many numerous several
buy purchase acquire|sell market|help assist aid|show indicate demonstrate|shows indicates
use employ utilise|used employed utilised|make produce create|made produced created|get obtain receive
rule regulation norm|rules regulations norms|law act statute|plan scheme proposal|plans schemes
change alteration shift|changes alterations shifts|increase rise growth|increased rose grew
decrease drop fall|decreased dropped fell|start begin commence|started began commenced
end finish conclude|ended finished concluded|stop halt cease|need require|needs requires|needed required
allow permit let|allowed permitted|ban prohibit bar|banned prohibited barred|limit restrict curb
limits restrictions curbs|restrictions limits constraints|ask request demand|asked requested
give grant provide|given granted provided|provide supply offer|provides supplies offers
however nevertheless yet|also additionally moreover|because since as|but yet|while whereas
about roughly approximately|nearly almost|according pursuant|under beneath|during throughout
before prior ahead|after following|against versus|between among|within inside|including comprising
money funds|cost price expense|costs prices expenses|pay remit|paid remitted|deal agreement accord
country nation state|countries nations states|world globe|people persons individuals|workers employees
issue matter question|issues matters questions|problem difficulty trouble|risk danger threat
risks dangers threats|security safety|attack assault|war conflict|talks negotiations discussions
leader head chief|group team body|agency authority office|department ministry|committee panel board
report study account|data information figures|information details data|system mechanism network
systems mechanisms networks|technology tech|technologies techniques|device gadget apparatus
develop build design|developed built designed|development building advancement|research inquiry study
support backing assistance|protect guard safeguard|protection safeguarding defence|ensure guarantee secure
require oblige compel|required obliged compelled|requirements obligations demands|comply conform adhere
public open|private personal|national domestic|foreign overseas external|international global
first initial|last final|next following|early initial|late recent|high elevated|low reduced
strong robust|weak feeble|fast quick rapid|slow sluggish|good beneficial fine|bad poor harmful
difficult hard tough|easy simple|possible feasible|likely probable|clear evident obvious
the this that|a one any|of from|in within at|to toward into|for on|and plus with|is remains|are remain
was had been|were had|has possesses|have hold|will shall would|would might could|may might can|must should
by via through|with alongside|which that|who that|it this|its their|their its|they these|not never|on upon
"""


def synonym_table():
    table = {}
    for line in SYNONYM_LINES.strip().split("\n"):
        for group in line.split("|"):
            words = group.split()
            for word in words:
                table.setdefault(word, [w for w in words if w != word])
    return table


SYNONYMS = synonym_table()
WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


class Editor:
    """Makes copies; `words` are ordinary words that stand for renderings no table knows."""

    def __init__(self, seed, words):
        self.random = random.Random(seed)
        self.words = words

    # -- single edits, each from text to text ---------------------------------------------------

    def synonyms(self, text, share):
        def swap(match):
            word = match.group()
            choice = SYNONYMS.get(word.lower())
            if not choice or self.random.random() > share:
                return word
            other = self.random.choice(choice)
            return other.capitalize() if word[0].isupper() else other
        return WORD.sub(swap, text)

    def sentences(self, text):
        return [s for s in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", text) if s]

    def drop_sentences(self, text, share):
        sentences = self.sentences(text)
        if len(sentences) < 4:
            return text
        kept = [s for s in sentences if self.random.random() > share]
        return " ".join(kept or sentences)

    def move_sentences(self, text):
        sentences = self.sentences(text)
        for _ in range(max(1, len(sentences) // 5)):
            i, j = self.random.randrange(len(sentences)), self.random.randrange(len(sentences))
            sentences.insert(j, sentences.pop(i))
        return " ".join(sentences)

    def numbers(self, text):
        style = self.random.choice(["bare", "space", "point"])
        mark = {"bare": "", "space": " ", "point": "."}[style]
        text = re.sub(r"(?<=\d),(?=\d{3}\b)", mark, text)
        if self.random.random() < 0.5:
            text = re.sub(r"\b(\d+(?:\.\d+)?) percent\b", r"\1%", text)
        if self.random.random() < 0.5:
            text = re.sub(r"\b(January|February|March|April|May|June|July|August|September|October|"
                          r"November|December) (\d{1,2}), (\d{4})", r"\2 \1 \3", text)
        return text

    def glue(self, text, share):
        return re.sub(r"(?<=[a-z]) (?=[a-z])",
                      lambda m: "" if self.random.random() < share else " ", text)

    def quotes(self, text):
        left, right = self.random.choice([("« ", " »"), ("„", "“"), ("'", "'")])
        text = re.sub(r"[“”]", '"', text)
        return re.sub(r'"([^"\n]{1,300})"', lambda m: left + m.group(1) + right, text)

    def renderings(self, text, share, name_share):
        """Each word with a chance another one, the same for the same word of this text."""
        chosen = {}

        def render(match):
            word = match.group()
            key = word.lower()
            name = word[0].isupper()
            if key not in chosen:
                chosen[key] = None
                if self.random.random() < (name_share if name else 1):
                    options = SYNONYMS.get(key) or [self.random.choice(self.words)]
                    chosen[key] = self.random.choice(options)
            if chosen[key] is None or self.random.random() > (1 if name else share):
                return word
            return chosen[key].capitalize() if name else chosen[key]
        return WORD.sub(render, text)

    def clauses(self, text):
        """"A, B." as "B, A." in some sentences."""
        def turn(sentence):
            parts = sentence.split(", ")
            if len(parts) != 2 or self.random.random() < 0.5:
                return sentence
            end = parts[1][-1] if parts[1][-1] in ".!?" else ""
            return parts[1].rstrip(".!?") + ", " + parts[0] + end
        return " ".join(turn(s) for s in self.sentences(text))

    def headline(self, title, text):
        words = re.findall(r"\w+", text)[:60]
        if len(words) < 8 or self.random.random() < 0.4:
            return title
        begin = self.random.randrange(len(words) - 6)
        return " ".join(words[begin:begin + 6]).capitalize()

    # -- copies -----------------------------------------------------------------------------------

    def light(self, article):
        text = article["text"]
        edits = [lambda t: self.synonyms(t, 0.3), lambda t: self.drop_sentences(t, 0.2),
                 self.move_sentences, self.numbers, lambda t: self.glue(t, 0.02), self.quotes]
        for edit in self.random.sample(edits, self.random.randint(1, 4)):
            text = edit(text)
        return {**article, "title": self.headline(article["title"], text), "text": text}

    def heavy(self, article):
        share = self.random.uniform(0.2, 0.32)
        text = self.clauses(self.renderings(article["text"], share, 0.06))
        for edit in (self.numbers, lambda t: self.drop_sentences(t, 0.1), self.quotes):
            if self.random.random() < 0.5:
                text = edit(text)
        return {**article, "title": self.headline(article["title"], text), "text": text}


def shingle_overlap(a, b, length):
    """Of the shorter text's runs of `length` words, the share that the other has."""
    runs = []
    for text in (a, b):
        words = re.findall(r"\w+", text.lower())
        runs.append({tuple(words[i:i + length]) for i in range(len(words) - length + 1)})
    common = len(runs[0] & runs[1])
    return common / max(1, min(len(runs[0]), len(runs[1])))
