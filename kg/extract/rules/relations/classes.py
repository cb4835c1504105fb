"""The words of a skeleton and the class of each, one character a word, so that phrases are patterns over classes.

Names: `N` a name, `G` a name with 's, `o` a pronoun that stands for nothing known. Nouns: `n` a noun or adjective,
`d` a determiner, `0` a number, `y` a word of time. Verbs: `a` an auxiliary, `v` a finite verb or an infinitive, `e` a
past form or participle, `g` a form in -ing, `b` a participle joined to a name ("-backed"), `t` the "to" of an
infinitive, `q` a particle ("up"), `x` an adverb. Joints: `p` a preposition, `r` a relative pronoun, `s` a word that
opens a clause, `k` a word that opens examples, `c` and/or, `,` a comma or dash, `(` and `)`, `;` a stop.
"""

from dataclasses import dataclass
from functools import cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.forms import HAVING, scheme_nouns, told_concept, verb_forms
from kg.extract.rules.relations.frames import role_nouns
from kg.extract.rules.relations.skeletons import FIRST_NAME, LAST_NAME, NAME, Skeleton
from kg.extract.rules.relations.spelled_out import spelled_out
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.cues import inflected
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import concept_of, words

_TOKEN = Construction(
    r"(?=[A-Z]){#money}[^\s,;:()\ue000-\uf8ff]*(?:,\d+)*"
    r"|[A-Za-z]+(?=[ ,])"
    rf"|{NAME}(?:'s?(?![\w]))?"
    r"|[$€£¥₹]\d[^\s,;:()\ue000-\uf8ff]*(?:,\d+)*"
    r"|-?[^\W\d_\ue000-\uf8ff][^\W\ue000-\uf8ff]*(?:['.&/-][^\W\ue000-\uf8ff]+)*|\d[^\s,;:()\ue000-\uf8ff]*(?:,\d+)*"
    r"|--|[-,;:()–—?!]"
)
"""The second branch only is for speed: most words are plain, and end at a space or comma."""
_MARKS = {",": ",", "–": ",", "—": ",", "--": ",", "-": ",", "(": "(", ")": ")"}
_SUM = Construction("{#money}")
_OUT = "out"
"""How verbs open that are never nouns in s: "outperforms", "outsells"."""
_NO_LONGER = ["no", "longer"]
_SETTLED = frozenset({"a", "better", "longer", "no", "yet", "since", "those"})
_BETTER = "better"
_SERIES = ["series"]
"""What stands before a letter that is the name of a round: "a Series A led by Acme"."""
_THOSE, _SOURCES = "those", (["from"], ["made"], ["built"], ["sold"], ["offered"])
"""Goods told before, and what says whose they are: "to rival those from Acme"."""
_WORTH, _LEADING = "worth", "leading"
_ORDER = ("next", "earlier")
_COUNTS = ("two", "three", "four", "five", "six")
_REMAIN, _REMAINS = "remain", "remains"
_OWNING = ("a", "an", "its", "their")
_EXAMPLES = ("such", "including", "like")
_PAIR, _LIST = 2, 3
_ALL = ("all", "both", "each")
_ABOUT = ("about", "around", "over", "than", "under")
_SMALL = ("to", "that", "like", "as", "such", *_ABOUT)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel: `words` in lower case (empty for a name), `classes` as above, `names` by the index of their token."""

    words: tuple[str, ...]
    classes: str
    names: dict[int, Name]

    def word(self, index: int) -> str:
        """Return the word at `index`, empty beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def kind(self, index: int) -> str:
        """Return the class at `index`, `;` beyond either end."""
        return self.classes[index] if 0 <= index < len(self.words) else ";"

    def past(self, index: int, kinds: str) -> int:
        """Return the first token from `index` on that is of none of these classes."""
        while 0 <= index < len(self.words) and self.classes[index] in kinds:
            index += 1
        return index

    def back(self, index: int, kinds: str) -> int:
        """Return the last token up to `index` that is of none of these classes."""
        while 0 <= index < len(self.words) and self.classes[index] in kinds:
            index -= 1
        return index


def classified(bones: Skeleton) -> Tokens:
    """Return the words of a sentence with their classes."""
    listed: list[str] = []
    plain: list[str] = []
    names: dict[int, Name] = {}
    for token in _TOKEN.compiled.findall(spelled_out(bones)):
        if FIRST_NAME <= token[0] <= LAST_NAME:
            names[len(listed)] = bones.name(token[0])
            plain.append("G" if len(token) > 1 else "N")
            listed.append("")
        else:
            word, kind = _alone(token)
            plain.append(kind)
            listed.append(word)
    helping = _helping()
    classes: list[str] = []
    before = ""
    for index, word in enumerate(listed):
        kind = plain[index]
        if kind == "?":
            national = index - 1 in names and names[index - 1].how == "description" and plain[index - 1] == "N"
            adjective = national and names[index - 1].entity.kind == "Place"
            kind = _in_place(word, index, [*classes[:-1], "d"] if adjective else classes, listed, plain)
        elif word in _SETTLED and (settled := _settled(word, index, listed, plain)):
            kind = settled
        elif kind == "d" and before.endswith("s") and plain[index - 1] in "nG" and word in _COUNTS:
            kind = "0"  # "the world's two largest makers", "its two rivals"
        elif kind == "y" and word in _ORDER and plain[index - 1] in "Gd" and plain[index + 1 : index + 2] == ["n"]:
            kind = "n"  # "its next chip", "its earlier backers"
        elif word == _WORTH and plain[index + 1 : index + 2] in (["0"], ["?"]):
            kind = "p"  # "a deal with X worth $10 billion"
        elif kind == "n" and plain[index - 1 : index] == ["N"] and _goes_up(word, plain, index):
            kind = "v"
        classes.append("v" if kind == "n" and before in helping else kind)
        before = word
    return Tokens(tuple(listed), "".join(classes), names)


def _settled(word: str, index: int, listed: list[str], plain: list[str]) -> str:
    """Return the class of a small word that the word beside it settles, "" where none does."""
    if word == "a":
        return "n" if listed[index - 1 : index] == _SERIES else ""
    if (word == "yet" and listed[index - 1] == "not") or (word == "since" and plain[index - 1] == "a"):
        return "x"  # "have since poured"
    if [word, *listed[index + 1 : index + _PAIR]] == _NO_LONGER or [*listed[index - 1 : index], word] == _NO_LONGER:
        return "x"
    if (
        word == _BETTER
        and (listed[index - 1] in ("to", "and", "or") or plain[index - 1] == "N")
        and "base" in verb_forms().get("".join(listed[index + 1 :][:1]), ())
    ):
        return "x"  # "to better compete"
    return "n" if word == _THOSE and listed[index + 1 : index + _PAIR] in _SOURCES else ""


def _goes_up(word: str, plain: list[str], index: int) -> bool:
    """Tell whether a particle makes a verb of a word behind a name: "competition with X heats up"."""
    return word.endswith("s") and index + 1 < len(plain) and plain[index + 1] == "q"


@cache
def _helping() -> frozenset[str]:
    """Return the words behind which stands nothing but a verb or an adverb."""
    both = grammar().modal & grammar().auxiliary
    return frozenset(word for word in both if not word.startswith(("ha", "do")))


@cache
def _alone(token: str) -> tuple[str, str]:
    """Return a word in lower case, and the class it has whatever stands beside it, `?` where that decides."""
    word = token.lower()
    return word.rstrip(".") if word[0].isdigit() else word, _class(token)


def _class(token: str) -> str:
    mark = _MARKS.get(token)
    if mark or not any(char.isalnum() for char in token):
        return mark or ";"
    if token[0].isdigit() or _SUM.match(token):
        return "0"
    word = token.lower()
    role = word[0] == "-" and word[1:] in words("relation-cues", "maker", "owner", "rival")
    fixed = ("n" if role else "b") if word[0] == "-" else _closed().get(word)
    if fixed:
        return fixed
    if len(token) > 1 and token.isupper():
        return "n"
    if word in verb_forms() or word.endswith(("ed", "ing")):
        return "?"
    return "x" if grammar().adverbial(word) else "n"


@cache
def _closed() -> dict[str, str]:
    """Return word -> class for the closed word classes; of several classes the first here."""
    closed = grammar()
    listed = (
        ("?", (*_SMALL, *_ALL, "following")),
        ("c", ("and", "or", "&", "plus")),
        ("q", words("relation-cues", "particle")),
        ("k", words("relation-cues", "examples-word")),
        ("r", ("which", "who", "whom")),
        ("a", closed.auxiliary),
        ("y", closed.time - closed.determiner - {"may", "march"}),
        ("d", closed.possessive | (closed.determiner - {"new", "recent", "more", "most"})),
        ("p", closed.preposition),
        ("s", closed.subordinator),
        ("o", closed.pronoun | closed.object),
        ("x", (closed.adverb - verb_forms().keys()) | {"less", "fewer"}),
    )
    found: dict[str, str] = {}
    for kind, members in listed:
        for word in members:
            found.setdefault(word, kind)
    return found


def _in_place(word: str, index: int, before: list[str], listed: list[str], plain: list[str]) -> str:
    last = before[-1] if before else ";"
    behind = listed[index + 1] if index + 1 < len(listed) else ""
    forms = verb_forms().get(word, frozenset())
    if word in _ALL:
        follows = plain[index + 1] if index + 1 < len(plain) else ";"
        return "x" if last in "Na" and (follows == "a" or behind in verb_forms()) else "d"
    if word in _SMALL:
        if word == "to" and (grammar().adverbial(behind) or behind == "better") and index + _PAIR < len(listed):
            behind = listed[index + _PAIR]  # "to potentially buy"
        return _small(word, last, behind, plain[index + 1] if index + 1 < len(plain) else ";")
    if word.endswith("ing") and (not forms or "ing" in forms):
        having = last == "n" and behind in _OWNING and word in words("relation-cues", "featuring")
        owned = last == "a" and listed[index - 1] in HAVING  # "has existing orders"
        named = _named_so(index, listed) or f"{word} {behind}" in scheme_nouns("nominal")  # "ending bidding war with X"
        site = last == "N" and before[-_PAIR:-1] == ["d"] and behind in words("relation-cues", "sites", "works")
        named = named or site  # "the iPhone manufacturing plant"
        return "g" if having else "n" if owned or named else _ing(word, last, before, plain, index)
    if fixed := _fixed(word, forms, last, plain, index):
        return fixed
    if forms & {"past", "participle"} or (word.endswith("ed") and not forms):
        return "n" if _modifies(last, before, plain, index) else "e"
    rival = last == "N" and word in role_nouns() and "".join(plain[index + 1 : index + 1 + _PAIR]) in ("Na", "N?")
    rival = rival or (last == "n" and word in role_nouns() and _brought_in(before))  # "by wireless rivals A and B"
    rival = rival or (
        last == "c" and word in role_nouns() and plain[index - 2 : index - 1] == ["N"]
    )  # "A and rivals B"
    rival = rival or (word in role_nouns() and word.endswith("s") and behind in _EXAMPLES)  # "U.S. rivals such as"
    plural = last == "n" and listed[index - 1].endswith("s") and "base" in forms
    apart = last == "," and before[-_PAIR:-1] == ["N"]  # "the two, A and B, compete"
    acts = (plural or ((last == "N" or apart) and "base" in forms)) and word in words("ordinary-verbs", "lemma")
    governs = plural and index + 1 < len(plain) and plain[index + 1] in "dNG"
    let = last == "N" and "base" in forms and listed[index - _PAIR] in words("relation-cues", "letting")
    taking = behind in _OWNING and word.removesuffix("s") not in scheme_nouns("nominal")  # "X's unit owns a part"
    deems = last == "n" and "third" in forms and (taking or (word in _deeming() and _governs(plain, index)))
    several = last == "N" and "base" in forms and _listed(word, plain, index)
    joint = before[-_PAIR] if last == "x" and len(before) > 1 else last
    joins = joint == "c" and "t" in before and word in words("ordinary-verbs", "lemma")  # "to lead and compete with X"
    helped = joint == "c" and "base" in forms and plain[index + 1 : index + _PAIR] == ["d"]
    joins = joins or (helped and not _helping().isdisjoint(listed[:index]))  # "will buy X and commit a sum"
    sure = word in _thirds()
    also = (
        last == "x" and "third" in forms and before[-2:-1] in (["N"], [","]) and _governs(plain, index)
    )  # "now plans to"
    also = also or (last == "x" and "base" in forms and _of_several(listed, before, plain, index))
    outdoes = last == "n" and "third" in forms and word.startswith(_OUT) and _governs(plain, index)
    verb = governs or acts or let or deems or several or joins or also or outdoes
    verb = verb or sure or _finite(forms, last, before, plain, index)
    fund = last == "N" and before[-_PAIR:-1] == ["d"] and told_concept(word)  # "X and the Oslo fund Y"
    return "v" if verb and not rival and not fund else "n"  # "A and B rival C have"


@cache
def _thirds() -> frozenset[str]:
    """Return the forms in -s that are no nouns: "competes"."""
    forms = (form for lemma in words("ordinary-verbs", "lemma") for form in inflected(lemma))
    return frozenset(word for form, word in forms if form == "third")


@cache
def _deeming() -> frozenset[str]:
    return words("relation-cues", "deem", "letting")


def _governs(plain: list[str], index: int) -> bool:
    """Tell whether something stands behind that a verb can govern: not "includes major names, such as"."""
    return plain[index + 1 : index + _PAIR] not in ([","], ["k"], ["c"], ["("], [])


def _of_several(listed: list[str], before: list[str], plain: list[str], index: int) -> bool:
    """Tell whether a base form behind an adverb is what several do: "its operations also use Acme's cloud"."""
    several = before[-_PAIR:-1] == ["n"] and listed[index - _PAIR].endswith("s")
    return several and "".join(plain[index + 1 : index + _PAIR]) in ("d", "N", "G")


def _listed(word: str, plain: list[str], index: int) -> bool:
    """Tell whether the names before are a list, whose verb a base form is: "A, B join C"."""
    names = "".join(plain[max(0, index - _LIST) : index])
    return names in ("N,N", "NcN") and word not in scheme_nouns("nominal") and word not in role_nouns()


def _fixed(word: str, forms: frozenset[str], last: str, plain: list[str], index: int) -> str:
    """Return the class of a form that the word before or behind it decides, "" where neither does."""
    kept = word == _REMAIN and plain[index + 1 : index + 2] == ["?"]  # "its operations in Oslo remain hosted by"
    kept = kept or (word == _REMAINS and last in "nN")
    if kept or ("base" in forms and last == "t"):
        return "v"  # "to found"
    if last == "N" and word in words("relation-cues", "held-by") and plain[index - _PAIR] == "d":
        return "b" if plain[index + 1 : index + _PAIR] in (["n"], ["?"]) else ""  # "an Acme controlled firm"
    joined = "-" in word and word.endswith("ed") and not forms  # "an AI-powered tool"
    describes = joined and plain[index + 1 : index + _PAIR] in (["n"], ["N"], ["?"])
    return "n" if describes or ("base" in forms and "past" in forms and last in "dG") else ""


def _ing(word: str, last: str, before: list[str], plain: list[str], index: int) -> str:
    funding = last in "evn" and word in words("relation-cues", "funding")  # "garnered backing", "fresh funding"
    if funding or (last in "ev" and word in scheme_nouns("nominal")):
        return "n"  # "announced funding"
    behind = "".join(plain[index + 1 : index + _LIST])
    if word == _LEADING and last != "N" and (behind[:1] in ("n", "?") or (last in "dp" and behind == "Nn")):
        return "n"  # "leading makers", "leading European makers"
    if (
        last == "p"
        and word in scheme_nouns("nominal")
        and plain[index + 1 : index + _PAIR] not in (["d"], ["N"], ["G"])
    ):
        return "n"  # "$4 million in funding"
    if word not in verb_forms() and (index + 1 >= len(plain) or plain[index + 1] not in "dNG0"):
        return "n"
    describes = plain[index + 1 : index + _PAIR] in (["n"], ["?"])
    degree = describes and last == "x" and before[-_PAIR:-1] in (["d"], ["G"])  # "the most promising makers"
    governs = last == "n" and index + 1 < len(plain) and plain[index + 1] in "dG"  # "a site using Acme's chips"
    if governs and word in verb_forms():
        return "g"
    plainly = degree or last in "dG0" or (last == "n" and _nominal(before))
    return "n" if plainly or told_concept(word) else "g"


def _named_so(index: int, listed: list[str]) -> bool:
    """Tell whether a word is the middle of a noun of three: "graphics processing units"."""
    noun = " ".join(listed[max(0, index - 1) : index + _PAIR])
    return noun in concept_of("nouns") or noun.removesuffix("s") in concept_of("nouns")


def _small(word: str, last: str, behind: str, follows: str) -> str:
    if word in _ABOUT:
        return "x" if follows == "0" else "s" if word == "than" else "p"
    if word == "to":
        return "t" if "base" in verb_forms().get(behind, ()) or behind in ("be", "have") else "p"
    if word == "that":
        return (
            "r"
            if last in "nN)" or (last == "," and follows == "a")
            else "d"
            if last in "pv" and follows == "n"
            else "s"
        )
    if word == "such":
        return "k" if behind == "as" else "d"
    if word == "like":
        return "k" if last in "nN," else "p"
    return "k" if last == "k" else "p"


def _nominal(before: list[str]) -> bool:
    """Tell whether the nouns that end here were opened as a noun phrase: by a determiner, a preposition, a number."""
    for kind in reversed(before):
        if kind not in "nx":
            return kind in "dG0pv"
    return False


def _brought_in(before: list[str]) -> bool:
    """Tell whether the nouns that end here stand right behind a preposition."""
    return "".join(before).rstrip("nx").endswith(("p", "pa"))  # "as are wireless rivals A and B"


def _modifies(last: str, before: list[str], plain: list[str], index: int) -> bool:
    """Tell whether a participle stands before a noun as an adjective: "the modified chip", "newly launched apps"."""
    noun = index + 1 < len(plain) and plain[index + 1] in "nNG?0"
    joined = last in "dG0pv" or (
        last == "g" and plain[index + 1 : index + _PAIR] in (["n"], ["?"])
    )  # "challenging established players"
    return noun and (joined or (last == "x" and len(before) > 1 and before[-2] in "dG"))


def _finite(forms: frozenset[str], last: str, before: list[str], plain: list[str], index: int) -> bool:
    """Tell whether a form that may be a noun too ("orders", "design") is a verb where it stands."""
    follows = plain[index + 1] if index + 1 < len(plain) else ";"
    if last in "taor":
        return last != "a" or bool(forms - {"third"})  # "has rivals"
    if last in "dG0p" or (last == "n" and follows not in "dNG0"):
        return False
    if "third" in forms:
        if follows == "a" or (last == "n" and "".join(before).rstrip("nx").endswith("G")):
            return False
        closed = follows in ",;)k" and not "".join(before).endswith("rN")
        return (
            (last in "N)" and not closed)
            or (
                last in ",cx"
                and (follows in "dNG0np" or plain[index + 1 : index + 1 + _PAIR] in (["x", "0"], ["?", "0"]))
            )
            or (last == "n" and follows in "dNG0")
        )
    if last == "x":
        return len(before) > 1 and before[-2] in "taNo"
    joined = last == "c" and "base" in forms and "t" in before
    joined = joined and (follows in "0d" or before[-2] == "v")  # "to buy X and supply 10 systems", "to grow and take"
    return joined or (last == "N" and _several(before))


def _several(before: list[str]) -> bool:
    """Tell whether the name that ends here is the last of a list: "A, B and C's D"."""
    phrase = "".join(before).rstrip("nNG0dx")
    return phrase.endswith("c")
