"""Makes clean text dirty, as pages, feeds and machine translation do, and keeps where each character came from.

A text is a list of (character, offset in the clean text); a dirt takes one and a random generator.
"""
import html.entities

LATIN1_OR_CP1252 = {}
for byte in range(256):
    try:
        LATIN1_OR_CP1252[byte] = bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        LATIN1_OR_CP1252[byte] = chr(byte)

# What a translation leaves behind: common words of the field, each with its English.
LEFT_OVERS = {
    "chips": ["puces", "Halbleiterchips"], "semiconductors": ["semi-conducteurs", "Halbleiter", "semiconductores"],
    "security": ["sécurité", "Sicherheit", "seguridad"], "companies": ["entreprises", "Unternehmen", "empresas"],
    "government": ["gouvernement", "Regierung", "gobierno"], "data": ["données", "Daten", "datos"],
    "law": ["loi", "Gesetz", "ley"], "networks": ["réseaux", "Netzwerke", "redes"],
    "security.": ["sécurité."], "rules": ["règles", "Regeln", "normas"], "market": ["marché", "Markt", "mercado"],
    "technology": ["technologie", "Technologie", "tecnología"], "export": ["exportation", "Ausfuhr", "exportación"],
    "competition": ["concurrence", "Wettbewerb", "competencia"], "users": ["utilisateurs", "Nutzer", "usuarios"],
}


def marked(text):
    return [(c, i) for i, c in enumerate(text)]


def plain(dirty):
    return "".join(c for c, _ in dirty)


def is_word(dirty, i):
    return 0 <= i < len(dirty) and dirty[i][0].isalnum()


def glue(dirty, random, rate=1 / 40):
    """Spaces between words lost, and those behind full stops and commas."""
    def lost(i):
        return (dirty[i][0] == " " and is_word(dirty, i + 1) and random.random() < rate
                and (is_word(dirty, i - 1) or (i > 1 and dirty[i - 1][0] in ".,;" and is_word(dirty, i - 2))))
    return [pair for i, pair in enumerate(dirty) if not lost(i)]


def words(dirty, least):
    """(begin, end) of words of letters only, at least so long."""
    begin = None
    for i in range(len(dirty) + 1):
        letter = i < len(dirty) and dirty[i][0].isalpha()
        if letter and begin is None:
            begin = i
        elif not letter and begin is not None:
            if i - begin >= least:
                yield begin, i
            begin = None


def insert_in_words(dirty, random, rate, least, character):
    at = {random.randrange(begin + 1, end) for begin, end in words(dirty, least) if random.random() < rate}
    result = []
    for i, pair in enumerate(dirty):
        if i in at:
            result.append((character, pair[1]))
        result.append(pair)
    return result


def split(dirty, random):
    """A space inside a word: "H ave", "compa ny"."""
    return insert_in_words(dirty, random, 1 / 80, 4, " ")


def soft_hyphens(dirty, random):
    return insert_in_words(dirty, random, 1 / 30, 6, random.choice("\u00ad\u200b"))


def misread(text, passes, codec):
    """UTF-8 read as another encoding, so many times. Codecs: cp1252 (as browsers have it), latin-1,
    ignore and replace (Windows-1252 with its five missing bytes lost)."""
    for _ in range(passes):
        data = text.encode("utf8")
        if codec == "cp1252":
            text = "".join(LATIN1_OR_CP1252[byte] for byte in data)
        elif codec == "latin-1":
            text = data.decode("latin-1")
        else:
            text = data.decode("cp1252", errors=codec)
    return text


def mojibake(dirty, random):
    passes = random.choice([1, 1, 1, 2, 2, 3])
    codec = random.choice(["cp1252", "cp1252", "latin-1", "ignore" if passes == 1 else "cp1252"])
    return [(c, i) for char, i in dirty for c in (misread(char, passes, codec) if ord(char) > 127 else char)]


def entities(dirty, random):
    """Escaped once to three times; what is not ASCII too."""
    times = random.choice([1, 2, 2, 3])
    result = []
    for char, i in dirty:
        name = html.entities.codepoint2name.get(ord(char))
        escaped = char
        if char in "&<>\"" or (ord(char) > 127 and random.random() < .8):
            escaped = f"&{name};" if name and random.random() < .6 else random.choice([f"&#{ord(char)};", f"&#x{ord(char):x};"])
        elif char == "'":
            escaped = random.choice(["&#39;", "&#x27;", "&apos;"])
        if escaped != char:
            for _ in range(times - 1):
                escaped = escaped.replace("&", "&amp;")
        result += [(c, i) for c in escaped]
    return result


def spaced_quotes(dirty, random):
    """Quotes apart from what they quote, or guillemets."""
    pair = random.choice([("“ ", " ”"), ("« ", " »"), ("“ ", " »"), ("\" ", " \"")])
    return [(c, i) for char, i in dirty for c in (pair[0] if char == "“" else pair[1] if char == "”" else char)]


def left_overs(dirty, random, keep):
    """Words left untranslated, outside of names (`keep`: offsets in the clean text)."""
    text = plain(dirty)
    result, done = [], 0
    for begin, end in words(dirty, 3):
        choices = LEFT_OVERS.get(text[begin:end])
        if choices is None or random.random() > .3 or any(dirty[k][1] in keep for k in range(begin, end)):
            continue
        result += dirty[done:begin] + [(c, dirty[begin][1]) for c in random.choice(choices)]
        done = end
    return result + dirty[done:]


def capitals(dirty, _):
    return [(c, i) for char, i in dirty for c in char.upper()]


KINDS = {"glued": glue, "split": split, "mojibake": mojibake, "entities": entities, "spaced quotes": spaced_quotes,
         "soft hyphens": soft_hyphens, "left-overs": left_overs}


def dirty_article(title, text, random, kinds, keep):
    """(title, text) as marked lists. The order is that of a translation that is then published."""
    head, body = marked(title), marked(text)
    if "left-overs" in kinds:
        body = left_overs(body, random, keep)
    if "spaced quotes" in kinds:
        body = spaced_quotes(body, random)
    if "capitals" in kinds:
        head = capitals(head, random)
    for kind in ("glued", "split", "soft hyphens"):
        if kind in kinds:
            body = KINDS[kind](body, random)
    for kind in ("entities", "mojibake"):
        if kind in kinds:
            body, head = KINDS[kind](body, random), KINDS[kind](head, random)
    return head, body
