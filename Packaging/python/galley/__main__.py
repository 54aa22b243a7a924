"""Runs the program with the arguments: ``python -m galley story.txt``, and the command ``galley``."""

import os
import sys

from .analyzer import GalleyError, program_path


def main() -> None:
    """Becomes the program."""
    try:
        program = program_path()
    except GalleyError as failure:
        sys.exit(f"galley: {failure}")
    os.execv(program, ["galley", *sys.argv[1:]])


if __name__ == "__main__":
    main()
