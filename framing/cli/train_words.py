"""`framing train words` and `framing train word-tones`: the files about single words that the light classifiers read, made again."""

from __future__ import annotations

import json
from pathlib import Path

import click

from framing.cli import options
from framing.cli.classify import write_whole


@click.command()
@click.argument("texts", metavar="[TEXTS]...", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="File for the vectors (.npz); the card stands beside it (.json).")  # fmt: skip
def words(texts: tuple[Path, ...], out: Path) -> None:
    """Word vectors and induced valences, as framing/classify/weights/words.npz holds them: for developers.

    Every word of the file that ships, and every word written small in TEXTS (any files of running text), is encoded by itself with the
    sentence encoder (extra framing[neural]). Classifiers trained on the old file must be trained again on the new one.

    \b
    Example:
      framing train words articles.txt --out words.npz
    """
    from framing.classify import encoder, polarity, word_vectors
    from framing.classify import words as shipped

    try:
        listed = word_vectors.vocabulary(shipped.load().row, [path.read_text(encoding="utf-8") for path in texts])
    except UnicodeDecodeError as error:
        raise click.ClickException(f"TEXTS must be UTF-8: {error}.\n  Fix: save the file as UTF-8.") from error
    encoder.check()
    with options.progress() as bar:
        advance = bar("Encoding words")

        def encode(word: str) -> object:
            nonlocal done
            done += 1
            advance(done, len(listed))
            return encoder.encode(word)

        done = 0
        vectors = word_vectors.encoded(listed, encode)
    valences = polarity.lexicon()
    found = word_vectors.induced(listed, vectors, valences)
    card = {
        "file": out.name, "words": len(listed), "dimensions": word_vectors.DIMENSIONS, "encoder": encoder.identity(),
        "sha256": encoder.SHA256, "texts": [path.name for path in texts],
        "induced_valence_pearson_r": round(word_vectors.agreement(listed, vectors, valences), 3),
    }  # fmt: skip
    write_whole(out, word_vectors.stored(listed, word_vectors.projected(vectors), found))
    write_whole(out.with_suffix(".json"), (json.dumps(card, indent=1) + "\n").encode())
    agreed = card["induced_valence_pearson_r"]
    click.echo(f"{len(listed):,} words; induced valence against the lexicon's, each induced without it: r = {agreed}")


@click.command("word-tones")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="File for the leanings (.npz); the card stands beside it (.json).")  # fmt: skip
def word_tones(out: Path) -> None:
    """How each known word leans toward whoever it is said of, as framing/classify/weights/word-tones.npz holds it: for developers.

    The neural model of tone (extra framing[neural]) judges "someone was WORD" for each word of the file of word vectors that ships. The
    default model of tone must be trained again on a new file.

    \b
    Example:
      framing train word-tones --out word-tones.npz
    """
    from importlib.resources import files

    from framing.classify import encoder, tone, word_tones
    from framing.classify import words as shipped

    encoder.check()
    listed = list(shipped.load().row)
    reader = tone.load("neural").reader
    found = word_tones.leanings(reader.probabilities(word_tones.readings(listed)))
    card = {
        "file": out.name, "words": len(listed), "asked": f"{word_tones.WHO} {word_tones.SAYS} WORD", "spread": word_tones.SPREAD,
        "model": reader.name, "data": json.loads(files("framing.classify").joinpath("weights/tone-neural.json").read_bytes())["data"],
        "encoder": encoder.identity(),
        "what": "of each word of words.npz, in its order, how it leans toward negative and toward positive against neutral (int8)",
        "licence": "the model learned from NewsMTSC (MIT); the encoder is Apache-2.0",
        "limits": ["One answer a word, whatever its sense in the sentence.",
                   "Names are not looked up; words for groups of people may lean, as in the text that the encoder learned from."],
    }  # fmt: skip
    write_whole(out, word_tones.stored(found))
    write_whole(out.with_suffix(".json"), (json.dumps(card, indent=1) + "\n").encode())
    click.echo(f"{len(listed):,} words")
