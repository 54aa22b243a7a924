"""A process of the program that reads texts and answers them, and the iterator over its answers."""

import json
import os
import shutil
import subprocess
import tempfile
import threading
from typing import Any, Dict, Iterable, Iterator, List, Literal, Mapping, Optional, Union

from .types import Analysis

Text = Union[str, Mapping[str, Any]]


class GalleyError(RuntimeError):
    """The program is missing, or ended before it had answered."""


class AnalysisError(ValueError):
    """A text could not be analysed; ``record`` is the answer, whose ``error`` says why."""

    def __init__(self, record: Analysis):
        super().__init__(f"text {record['id']!r}: {record['error']}")
        self.record = record


def program_path() -> str:
    """The program: that of ``$GALLEY``, the one in this package, or the one on the ``PATH``.

    Raises GalleyError when there is none.
    """
    packaged = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bin", "galley")
    found = os.environ.get("GALLEY") or (packaged if os.path.exists(packaged) else shutil.which("galley"))
    if not found:
        raise GalleyError("the program galley is neither in this package nor on the PATH")
    return found


class Analyzer:
    """One process that analyses any number of texts, until it is closed. To be used by one thread at a time.

    engine: ``fast``, or ``careful``, which takes a hundred times as long and comes nearer to what people find.
    claims: ``likely``, the sentences that are worth checking, or ``all`` sentences with their scores.
    jobs: how many processes of its own the program may use at a time; None for one for each core.
    ahead: how many texts may be under way, taken from the source and not yet answered, at the most.
    program: the program to run, in place of program_path().
    """

    def __init__(self, *, engine: Literal["fast", "careful"] = "fast", claims: Literal["likely", "all"] = "likely",
                 jobs: Optional[int] = None, ahead: int = 256, program: Optional[str] = None):
        if ahead < 1:
            raise ValueError("ahead has to be at least 1")
        self._command = [program or program_path(), "analyze", "--ndjson", "--keep", "--engine", engine,
                         "--claims", claims]
        if jobs is not None:
            self._command += ["--jobs", str(jobs)]
        self._ahead = ahead
        self._process: Optional[subprocess.Popen] = None
        self._owner = 0
        self._errors: Any = None
        self._current: Optional["Analyses"] = None
        self._is_closed = False

    def analyze(self, texts: Iterable[Text], *, errors: Literal["record", "raise"] = "record") -> "Analyses":
        """Analyses texts and iterates over the answers, in order. See galley.analyze().

        Answers of an earlier call that nobody has taken yet are gone: the process begins anew.
        """
        if self._is_closed:
            raise GalleyError("this analyzer is closed")
        if self._current is not None and not self._current.is_finished:
            self._kill()
        self._current = Analyses(self, texts, errors, closes_analyzer=False)
        return self._current

    def close(self) -> None:
        """Ends the process at once, whatever it is doing."""
        self._is_closed = True
        self._kill()

    def __enter__(self) -> "Analyzer":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_process", None) is not None:
            self.close()

    def __getstate__(self) -> Dict[str, Any]:
        return {"_command": self._command, "_ahead": self._ahead}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self.__dict__.update(state, _process=None, _owner=0, _errors=None, _current=None, _is_closed=False)

    def _running(self) -> subprocess.Popen:
        """The process; a new one where there is none, or where it belongs to the parent of a fork."""
        if self._process is None or self._owner != os.getpid():
            self._errors = tempfile.TemporaryFile()
            try:
                self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                                 stderr=self._errors)
            except OSError as failure:
                self._errors.close()
                raise GalleyError(f"the program cannot be run: {failure}") from failure
            self._owner = os.getpid()
        return self._process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        if self._current is not None:
            self._current._stop_feeding()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            try:
                pipe.close()
            except OSError:
                pass
        self._errors.close()

    def _failure(self) -> GalleyError:
        """What to say of a process that ended too early."""
        process = self._process
        status = process.wait() if process is not None else None
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace").strip().splitlines()
        self._kill()
        return GalleyError(f"galley ended with {status}" + (f": {said[-1]}" if said else ""))


class Analyses(Iterator[Analysis]):
    """The answers to texts, in order. Closing it, or leaving a ``with`` block, ends the process at once."""

    def __init__(self, analyzer: Analyzer, texts: Iterable[Text], errors: str, closes_analyzer: bool):
        if errors not in ("record", "raise"):
            raise ValueError('errors is "record" or "raise"')
        self._analyzer, self._errors, self._closes = analyzer, errors, closes_analyzer
        self._room = threading.Semaphore(analyzer._ahead)
        self._sent, self._answered = 0, 0
        self._is_stopped, self._is_fed, self.is_finished = False, False, False
        self._failure: Optional[BaseException] = None
        self._wakes = threading.Condition()
        process = analyzer._running()
        self._feeder = threading.Thread(target=self._feed, args=(texts, process.stdin), daemon=True)
        self._feeder.start()

    def _feed(self, texts: Iterable[Text], pipe: Any) -> None:
        """Writes texts, as long as there is room, in a thread of its own: reading and writing in one would block."""
        try:
            for text in texts:
                self._room.acquire()
                if self._is_stopped:
                    return
                record = dict(text) if isinstance(text, Mapping) else {"text": text}
                line = json.dumps({"id": self._sent, **record}).encode() + b"\n"
                with self._wakes:
                    self._sent += 1
                    self._wakes.notify()
                pipe.write(line)
                pipe.flush()
        except (BrokenPipeError, ValueError) as failure:
            # The process has gone, and its exit status says more; a text that is no JSON is the caller's matter.
            self._failure = None if self._is_stopped or isinstance(failure, BrokenPipeError) else failure
        except BaseException as failure:
            self._failure = failure
        finally:
            with self._wakes:
                self._is_fed = True
                self._wakes.notify()

    def __iter__(self) -> "Analyses":
        return self

    def __next__(self) -> Analysis:
        if self.is_finished or self._is_stopped:
            raise StopIteration
        with self._wakes:
            while self._answered == self._sent and not self._is_fed:
                self._wakes.wait()
        if self._answered == self._sent:
            self._finish()
            raise StopIteration
        process = self._analyzer._process
        line = process.stdout.readline() if process is not None else b""
        if not line.endswith(b"\n"):
            self.is_finished = True
            raise self._analyzer._failure()
        self._answered += 1
        self._room.release()
        record: Analysis = json.loads(line)
        if "error" in record and self._errors == "raise":
            raise AnalysisError(record)
        return record

    def _finish(self) -> None:
        self.is_finished = True
        if self._closes:
            self._analyzer.close()
        if self._failure is not None:
            raise self._failure

    def _stop_feeding(self) -> None:
        """Lets the feeding thread end, unless it waits for the source of the texts."""
        self._is_stopped = True
        self._room.release()

    def close(self) -> None:
        """Ends the process at once. No further text is taken but one for which the source is being asked."""
        self._is_stopped = True
        self._analyzer._kill()
        if self._closes:
            self._analyzer.close()

    def __enter__(self) -> "Analyses":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def analyze(texts: Iterable[Text], *, engine: Literal["fast", "careful"] = "fast",
            claims: Literal["likely", "all"] = "likely", errors: Literal["record", "raise"] = "record",
            jobs: Optional[int] = None, ahead: int = 256, program: Optional[str] = None) -> Analyses:
    """Analyses texts with one process and iterates over the answers, in order.

    A text is a string, or a mapping with ``text`` and perhaps ``id``; its other members come back with the answer, and one
    that is called as a member of the answer has ``kept_`` in front. The texts may be endless: no more than ``ahead`` are
    taken before their answers are, in a thread of its own. An exception that they raise is raised after the answers to
    the texts before.

    errors: ``record`` answers a text that cannot be analysed with a record whose ``error`` says why; ``raise`` raises
    AnalysisError, after which the iteration can go on.
    The other options are those of Analyzer. Raises GalleyError when the program is missing or ends too early.
    """
    analyzer = Analyzer(engine=engine, claims=claims, jobs=jobs, ahead=ahead, program=program)
    analyses = Analyses(analyzer, texts, errors, closes_analyzer=True)
    analyzer._current = analyses
    return analyses
