"""Runs `galley analyze --ndjson --rows` on records and gives its rows back, for pandas, Spark and the like.

A row is a flat dictionary. Its columns are fixed: COLUMNS says what galley writes, and the other members of a
record (--keep) follow. A record that cannot be analysed gives one row, whose `error` says why.
"""

import json
import subprocess
import threading

HEAD = [('id', 'string'), ('version', 'long'), ('error', 'string'),
        ('engine', 'string'), ('engine_version', 'string'), ('language', 'string')]
PLACE = [('start', 'long'), ('end', 'long'), ('text', 'string')]

COLUMNS = {
    'quotations': HEAD + [('quotation', 'long'), ('depth', 'long')] + PLACE + [
        ('type', 'string'), ('speaker', 'string'), ('speaker_kind', 'string'), ('mention', 'string'),
        ('cue', 'string'), ('via', 'string'), ('addressee', 'string'), ('verbatim_words', 'long'),
        ('paraphrase_words', 'long'), ('confidence', 'double')],
    'places': HEAD + [('location', 'long')] + PLACE + [
        ('place', 'string'), ('country', 'string'), ('lat', 'double'), ('lon', 'double'),
        ('kind', 'string'), ('metonym', 'boolean'), ('note', 'string'), ('confidence', 'double')],
    'claims': HEAD + [('claim', 'long')] + PLACE + [('score', 'double')],
}


def rows(records, table='quotations', galley='galley', text_field='text', jobs=1):
    """Yields the rows of dictionaries that have an `id`, a text and whatever else is to be kept.

    One process reads them all. `jobs` is 1 because Spark, xargs and the like run one process for each core;
    0 lets galley use all of them.
    """
    command = [galley, 'analyze', '--ndjson', '--rows', table, '--keep', '--text-field', text_field]
    if jobs:
        command += ['--jobs', str(jobs)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    failures = []

    def feed():
        try:
            with process.stdin as pipe:
                for record in records:
                    pipe.write(json.dumps(record, ensure_ascii=False, default=str).encode() + b'\n')
        except BrokenPipeError:
            pass  # its exit status says more
        except Exception as failure:  # raised again where the rows are read
            failures.append(failure)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    try:
        for line in process.stdout:
            yield json.loads(line)
        feeder.join()
        if failures:
            raise failures[0]
        if process.wait() != 0:
            raise RuntimeError(f'galley ended with {process.returncode}')
    finally:
        process.kill()
        process.wait()
