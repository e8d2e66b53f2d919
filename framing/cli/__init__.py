"""The command line: options in, one function call, errors to exit codes. One file a command."""

from __future__ import annotations

import importlib

import click

COMMANDS = {
    "report": "report",
    "observe": "observe",
    "compare": "compare",
    "discover": "discover",
    "events": "events",
    "chart": "chart",
    "quotes": "quotes",
    "kwic": "kwic",
    "annotate": "annotate",
    "lexicon": "lexicon",
    "classify": "classify",
    "train": "train",
    "evaluate": "evaluate",
}
"""Command name -> module of this package that defines it under the same name. Order is that of the help."""


class _Lazy(click.Group):
    """Loads a command's module when it is called, so that `framing lexicon list` does not import the plotting library.

    Errors that teach (problems of a corpus, a lexicon, the model or a folder) end as one message and exit code 1.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        return getattr(importlib.import_module(f"framing.cli.{COMMANDS[name]}"), name)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            raise click.UsageError(f"{error.format_message()} Did you mean {near[0]}?" if near else error.format_message(), ctx) from None

    def invoke(self, ctx: click.Context) -> object:
        from framing.corpus import CorpusError
        from framing.engine import ClusterError
        from framing.language import ModelError, NltkDataError
        from framing.lexicon import LexiconError

        try:
            return super().invoke(ctx)
        except (CorpusError, ClusterError, LexiconError, ModelError, NltkDataError) as error:
            raise click.ClickException(str(error).removeprefix("error: ")) from error
        except BrokenPipeError:  # `framing ... | head`
            raise SystemExit(0) from None
        except OSError as error:  # a full disk, a cache or output folder without the right to write
            raise click.ClickException(f"{error.filename or 'A file'}: {error.strerror or error}.") from error


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="framing", message="%(prog)s %(version)s")
def main() -> None:
    """How outlets differ in reporting the same events: labels, attribution, tone, with the sentences behind every number.

    \b
    Example:
      framing report articles/ --topic syria --out report/
    """
