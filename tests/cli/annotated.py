"""Small invented folders of annotated articles in brat's standoff format.

[S who] [C cue] [X what]: the marks of a sentence are one attribution. In these guidelines wishes are no attributions.
"""

import random
import re

SENTENCES = (
    "[S The {who}] [C said] [X that the {thing} would {do} in {month}].",
    "[X The {thing} will {do} in {month}], [S the {who}] [C said].",
    "[S Anna Voss] [C told] the {who} [X the {thing} had failed].",
    "[S The {who}] [C denied] [X that the {thing} had cost a fortune].",
    "[C According to] [S the {who}], [X the {thing} should {do} in {month}].",
    "[X “We will not sell the {thing} in {month},”] [S Peter Lund] [C said].",
    "[S The {who}] [C warned] [X that the {thing} might {do}].",
    "The {who} wants to see the {thing} before {month}.",
    "The {who} hopes to paint the {thing} before {month}.",
    "A {thing} and a {thing} stood beside the gate in {month}.",
    "The {who} carried a {thing} over the hill at noon.",
)
WORDS = {
    "who": ["mayor", "captain", "union", "farmer", "baker", "teacher", "builder", "sailor", "miller", "doctor", "painter", "council"],
    "thing": ["bridge", "harbour", "dam", "ferry", "mill", "school", "roof", "tunnel", "market", "tower", "well", "garden", "road"],
    "do": ["open", "close", "move", "return", "grow", "shrink", "fall", "reopen"],
    "month": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
}
_MARK = re.compile(r"\[([SCX]) ([^\]]*)\]")
_ROLE = {"S": "Source", "C": "Cue", "X": "Content"}


def write(folder, *, articles=8, seed=1, sentences=12):
    """Writes the articles, of two invented outlets; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed)
    for number in range(articles):
        text, lines = "", []
        for _ in range(sentences):
            text, lines = _with(text, lines, draw)
        name = f"{'courier' if number % 2 else 'herald'}_2024-01-{number + 1:02}_story-{seed}-{number}"
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
        (folder / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


def _with(text, lines, draw):
    """The text and the lines of its file of marks, with one sentence more."""
    sentence = re.sub(r"\{(\w+)\}", lambda slot: draw.choice(WORDS[slot[1]]), draw.choice(SENTENCES))
    text += "\n\n" if text else ""
    marks, roles, at = sum(line[0] == "T" for line in lines), [], 0
    for mark in _MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        marks += 1
        roles.append(f"{_ROLE[mark[1]]}:T{marks}")
        lines = [*lines, f"T{marks}\t{_ROLE[mark[1]]} {len(text)} {len(text) + len(mark[2])}\t{mark[2]}"]
        text += mark[2]
        at = mark.end()
    if roles:
        lines = [*lines, f"E{marks}\tAttribution:{roles[0].partition(':')[2]} {' '.join(roles)}"]
    return text + sentence[at:], lines
